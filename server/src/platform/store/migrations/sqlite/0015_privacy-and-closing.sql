ALTER TABLE `shops` ADD `privacy_settings` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `privacy_settings_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shops` ADD `closed_at` integer;