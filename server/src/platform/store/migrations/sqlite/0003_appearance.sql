ALTER TABLE `shops` ADD `appearance` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `appearance_version` integer DEFAULT 0 NOT NULL;