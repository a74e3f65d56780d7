CREATE TABLE `address_codes` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`digest` text NOT NULL,
	`expires_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`sent` integer NOT NULL,
	`window_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `contact_refusals` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`dismissed_at` integer,
	PRIMARY KEY(`shop_id`, `shopper_id`, `kind`, `channel`, `subject`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_by_time` ON `contacts` (`shop_id`,`shopper_id`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`settled_at`);--> statement-breakpoint
ALTER TABLE `shops` ADD `contact_settings` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `contact_settings_version` integer DEFAULT 0 NOT NULL;