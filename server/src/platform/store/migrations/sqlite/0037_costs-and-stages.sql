CREATE TABLE `stage_changes` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`day` integer NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `stage_changes_by_day` ON `stage_changes` (`shop_id`,`day`,`shopper_id`);--> statement-breakpoint
CREATE TABLE `insight_settings` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `costs` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`day` integer NOT NULL,
	`kind` text NOT NULL,
	`channel` text,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`shop_minor` integer NOT NULL,
	`note` text,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `costs_by_day` ON `costs` (`shop_id`,`day`,`id`);