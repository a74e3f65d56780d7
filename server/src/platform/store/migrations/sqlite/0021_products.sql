CREATE TABLE `products` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`updated_at` integer NOT NULL,
	`state` text,
	`deleted_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `product_tallies` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`products` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `connections` ADD `products_swept_to` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `products_note` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `products_cursor` text;