CREATE TABLE `shopper_ranks` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`name_key` text NOT NULL,
	`available` integer NOT NULL,
	`pending` integer NOT NULL,
	`order_count` integer NOT NULL,
	`spend_minor` integer NOT NULL,
	`last_order_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_name` ON `shopper_ranks` (`shop_id`,`name_key`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_available` ON `shopper_ranks` (`shop_id`,`available`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_pending` ON `shopper_ranks` (`shop_id`,`pending`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_orders` ON `shopper_ranks` (`shop_id`,`order_count`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_spend` ON `shopper_ranks` (`shop_id`,`spend_minor`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `shopper_ranks_by_last_order` ON `shopper_ranks` (`shop_id`,`last_order_at`,`shopper_id`);--> statement-breakpoint
ALTER TABLE `acts` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `placed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `standing` text DEFAULT 'unpaid' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `number_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_by_placing` ON `orders` (`shop_id`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_standing` ON `orders` (`shop_id`,`standing`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_number` ON `orders` (`shop_id`,`number_key`,`id`);--> statement-breakpoint
CREATE INDEX `orders_unread` ON `orders` (`shop_id`,`id`) WHERE number_key = '';--> statement-breakpoint
CREATE INDEX `redemptions_by_taking` ON `redemptions` (`shop_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `redemptions_by_state` ON `redemptions` (`shop_id`,`state`,`created_at`,`id`);--> statement-breakpoint
INSERT INTO `shopper_changes` (`shop_id`, `shopper_id`) SELECT `shop_id`, `id` FROM `shoppers` WHERE true ON CONFLICT DO NOTHING;
