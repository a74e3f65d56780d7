CREATE TABLE `shopper_changes` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `shopper_terms` (
	`shop_id` text NOT NULL,
	`term` text NOT NULL,
	`shopper_id` text NOT NULL,
	PRIMARY KEY(`shop_id`, `term`, `shopper_id`)
);
--> statement-breakpoint
CREATE INDEX `shopper_terms_by_shopper` ON `shopper_terms` (`shop_id`,`shopper_id`);--> statement-breakpoint
-- Whoever is there already is found, too.
INSERT INTO `shopper_changes` (`shop_id`, `shopper_id`) SELECT `shop_id`, `id` FROM `shoppers`;
