CREATE TABLE `report_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`recipient` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`give_up_at` integer NOT NULL,
	`claim` text,
	`claimed_at` integer,
	`sent_at` integer,
	`message_id` text,
	`error` text,
	`request_id` text,
	FOREIGN KEY (`run_id`) REFERENCES `report_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_deliveries_next` ON `report_deliveries` (`state`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_deliveries_recipient` ON `report_deliveries` (`run_id`,`recipient`);--> statement-breakpoint
CREATE TABLE `report_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`first_day` text NOT NULL,
	`zone` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`subject` text,
	`note` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_runs_day_unique` ON `report_runs` (`day`);--> statement-breakpoint
CREATE TABLE `report_unsubscriptions` (
	`address` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
