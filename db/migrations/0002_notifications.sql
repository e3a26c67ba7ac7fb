CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`last_four` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash_unique` ON `api_tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `publications` (
	`token_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`message_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`token_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`topic_id` text PRIMARY KEY NOT NULL,
	`transport` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`endpoint` text NOT NULL,
	`subscription_arn` text,
	`queue_url` text,
	`dead_letter_queue_url` text,
	`dead_letter_queue_arn` text,
	`enabled_at` integer NOT NULL,
	`enabled_by` text NOT NULL,
	`last_received_at` integer,
	`dead_letters` integer DEFAULT 0 NOT NULL,
	`error` text,
	`error_request_id` text,
	`failed_at` integer,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `forward_counts` (
	`target` text PRIMARY KEY NOT NULL,
	`sent` integer NOT NULL,
	`last_sent_at` integer
);
--> statement-breakpoint
CREATE TABLE `forwards` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`target` text NOT NULL,
	`notification_id` integer NOT NULL,
	`topic_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`error` text,
	`error_request_id` text,
	`failed_at` integer,
	FOREIGN KEY (`notification_id`) REFERENCES `notifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `forwards_next` ON `forwards` (`target`,`state`,`topic_id`,`id`);--> statement-breakpoint
CREATE INDEX `forwards_notification` ON `forwards` (`notification_id`);--> statement-breakpoint
CREATE TABLE `notification_days` (
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
);
--> statement-breakpoint
CREATE TABLE `notification_slots` (
	`topic_id` text NOT NULL,
	`slot` integer NOT NULL,
	`type` text NOT NULL,
	`result` text NOT NULL,
	`account_id` text NOT NULL,
	`received` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `slot`, `type`, `result`, `account_id`)
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`product` text,
	`type` text,
	`result` text,
	`severity` text NOT NULL,
	`bucket` text,
	`account_id` text,
	`object_key` text,
	`malware` text,
	`engine` text,
	`action_taken` text,
	`subject` text,
	`attributes` text NOT NULL,
	`body` text NOT NULL,
	`oddities` text,
	`drill` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_message` ON `notifications` (`message_id`);--> statement-breakpoint
CREATE INDEX `notifications_published` ON `notifications` (`topic_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_type` ON `notifications` (`topic_id`,`type`,`result`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_bucket` ON `notifications` (`topic_id`,`bucket`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_retention` ON `notifications` (`severity`,`received_at`);--> statement-breakpoint
CREATE INDEX `notifications_problems` ON `notifications` (`topic_id`,`published_at`) WHERE severity not in ('none', 'system');--> statement-breakpoint
CREATE TABLE `observed_values` (
	`topic_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`seen` integer NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `name`, `value`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
