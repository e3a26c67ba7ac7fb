CREATE TABLE `days_clustered` (
	`topic_id` text NOT NULL,
	`day` text NOT NULL,
	`product` text NOT NULL,
	`type` text NOT NULL,
	`result` text NOT NULL,
	`account_id` text NOT NULL,
	`bucket` text NOT NULL,
	`received` integer NOT NULL,
	`kept` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `day`, `product`, `type`, `result`, `account_id`, `bucket`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `days_clustered` SELECT * FROM `notification_days`;--> statement-breakpoint
DROP TABLE `notification_days`;--> statement-breakpoint
ALTER TABLE `days_clustered` RENAME TO `notification_days`;--> statement-breakpoint
CREATE TABLE `slots_clustered` (
	`topic_id` text NOT NULL,
	`slot` integer NOT NULL,
	`type` text NOT NULL,
	`result` text NOT NULL,
	`account_id` text NOT NULL,
	`received` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `slot`, `type`, `result`, `account_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `slots_clustered` SELECT * FROM `notification_slots`;--> statement-breakpoint
DROP TABLE `notification_slots`;--> statement-breakpoint
ALTER TABLE `slots_clustered` RENAME TO `notification_slots`;--> statement-breakpoint
CREATE TABLE `observed_clustered` (
	`topic_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`seen` integer NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `name`, `value`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `observed_clustered` SELECT * FROM `observed_values`;--> statement-breakpoint
DROP TABLE `observed_values`;--> statement-breakpoint
ALTER TABLE `observed_clustered` RENAME TO `observed_values`;--> statement-breakpoint
CREATE TABLE `notification_totals` (
	`topic_id` text NOT NULL,
	`product` text NOT NULL,
	`type` text NOT NULL,
	`result` text NOT NULL,
	`account_id` text NOT NULL,
	`bucket` text NOT NULL,
	`kept` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `product`, `type`, `result`, `account_id`, `bucket`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `notification_totals`
	SELECT `topic_id`, `product`, `type`, `result`, `account_id`, `bucket`, sum(`kept`) FROM `notification_days`
	WHERE `kept` > 0 GROUP BY 1, 2, 3, 4, 5, 6;--> statement-breakpoint
DROP INDEX `notifications_retention`;--> statement-breakpoint
DROP INDEX `notifications_problems`;--> statement-breakpoint
DROP INDEX `notifications_published`;--> statement-breakpoint
DROP INDEX `notifications_type`;--> statement-breakpoint
DROP INDEX `notifications_bucket`;--> statement-breakpoint
CREATE INDEX `notifications_odd` ON `notifications` (`topic_id`,`published_at`) WHERE oddities is not null;--> statement-breakpoint
CREATE INDEX `notifications_published` ON `notifications` (`topic_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `notifications_type` ON `notifications` (`topic_id`,`type`,`result`,`published_at`);--> statement-breakpoint
CREATE INDEX `notifications_bucket` ON `notifications` (`topic_id`,`bucket`,`type`,`result`,`published_at`);
