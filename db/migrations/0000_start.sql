CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_name` text NOT NULL,
	`before` text,
	`after` text,
	`aws_request_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` integer,
	`refreshTokenExpiresAt` integer,
	`scope` text,
	`password` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`userId` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `setup_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'viewer' NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscription_types` (
	`subscription_id` text NOT NULL,
	`type` text NOT NULL,
	PRIMARY KEY(`subscription_id`, `type`),
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `subscription_types_type` ON `subscription_types` (`type`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`protocol` text NOT NULL,
	`endpoint` text NOT NULL,
	`arn` text,
	`status` text NOT NULL,
	`status_reason` text,
	`status_since` integer NOT NULL,
	`origin` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`pending_expires_at` integer,
	`attributes_known` integer DEFAULT false NOT NULL,
	`attributes_read_at` integer,
	`filter_policy` text,
	`filter_policy_scope` text DEFAULT 'MessageAttributes' NOT NULL,
	`raw_delivery` integer DEFAULT false NOT NULL,
	`dead_letter_queue_arn` text,
	`subscription_role_arn` text,
	`protected` integer DEFAULT false NOT NULL,
	`settles_at` integer,
	`propagates_until` integer,
	`last_seen_at` integer,
	`types_text` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`search_text` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_endpoint` ON `subscriptions` (`topic_id`,`protocol`,`endpoint`) WHERE status <> 'removed';--> statement-breakpoint
CREATE INDEX `subscriptions_arn` ON `subscriptions` (`arn`);--> statement-breakpoint
CREATE INDEX `subscriptions_status` ON `subscriptions` (`topic_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `subscriptions_created` ON `subscriptions` (`topic_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `subscriptions_by_endpoint` ON `subscriptions` (`topic_id`,`endpoint`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`arn` text NOT NULL,
	`name` text NOT NULL,
	`region` text NOT NULL,
	`account_id` text NOT NULL,
	`products` text NOT NULL,
	`created_at` integer NOT NULL,
	`synced_at` integer,
	`sync_error` text,
	`sync_error_request_id` text,
	`sync_failed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_arn_unique` ON `topics` (`arn`);