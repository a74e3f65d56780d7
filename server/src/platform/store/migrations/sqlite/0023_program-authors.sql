CREATE TABLE `program_notes` (
	`shop_id` text NOT NULL,
	`version` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`shop_id`, `version`),
	FOREIGN KEY (`shop_id`,`version`) REFERENCES `program_versions`(`shop_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `program_schedules` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`publish_at` integer NOT NULL,
	`author` text,
	`note` text,
	`scheduled_at` integer NOT NULL,
	`draft_revision` integer NOT NULL,
	`refused_code` text,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `program_versions` ADD `author` text;--> statement-breakpoint
ALTER TABLE `program_versions` ADD `scheduled_at` integer;--> statement-breakpoint
ALTER TABLE `program_drafts` ADD `author` text;