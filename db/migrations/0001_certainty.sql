ALTER TABLE `subscriptions` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `paused_until` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `verdict` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
CREATE INDEX `subscriptions_verdict` ON `subscriptions` (`topic_id`,`verdict`);--> statement-breakpoint
CREATE INDEX `subscriptions_paused` ON `subscriptions` (`paused_until`);