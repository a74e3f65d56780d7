CREATE TABLE `alerts` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`figure` text NOT NULL,
	`document` text NOT NULL,
	`opened_day` integer NOT NULL,
	`said_day` integer NOT NULL,
	`closed_day` integer,
	`seen_at` integer,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_open` ON `alerts` (`shop_id`,`figure`) WHERE closed_day is null;--> statement-breakpoint
CREATE INDEX `alerts_by_day` ON `alerts` (`shop_id`,`opened_day`,`id`);--> statement-breakpoint
CREATE TABLE `alert_looks` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`day` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`shop_id` text NOT NULL,
	`key` text NOT NULL,
	`document` text NOT NULL,
	`due_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `key`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `insight_readers` (
	`shop_id` text NOT NULL,
	`user_id` text NOT NULL,
	`language` text NOT NULL,
	`report_since` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `user_id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
