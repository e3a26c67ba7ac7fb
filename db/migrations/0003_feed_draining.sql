ALTER TABLE `feeds` ADD `delete_queues` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `feeds` ADD `waiting` integer DEFAULT 0 NOT NULL;