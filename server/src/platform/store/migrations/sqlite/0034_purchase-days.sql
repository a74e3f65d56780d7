CREATE TABLE `purchase_days` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`day` integer NOT NULL,
	`orders` integer NOT NULL,
	`value_minor` integer NOT NULL,
	`free_orders` integer NOT NULL,
	`without_rate` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `purchase_day_terms` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`currency` text NOT NULL,
	`program_version` integer NOT NULL,
	`counted_to` text,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `orders` ADD `bought_as` text DEFAULT 'nothing' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `bought_on` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `bought_minor` integer DEFAULT 0 NOT NULL;