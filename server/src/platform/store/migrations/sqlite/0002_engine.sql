CREATE TABLE `activities` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`amount_minor` integer,
	`currency` text,
	`program_version` integer NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`removed_at` integer,
	`channel` text,
	`market` text,
	`context` text NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_by_shopper` ON `activities` (`shop_id`,`shopper_id`,`id`);--> statement-breakpoint
CREATE TABLE `adjustments` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`points` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`counts_for_lifetime` integer NOT NULL,
	`batch_id` text,
	`undone_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `adjustments_by_batch` ON `adjustments` (`shop_id`,`batch_id`);--> statement-breakpoint
CREATE INDEX `adjustments_by_shopper` ON `adjustments` (`shop_id`,`shopper_id`);--> statement-breakpoint
CREATE TABLE `badges` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`won_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `badge_id`)
);
--> statement-breakpoint
CREATE TABLE `draws` (
	`shop_id` text NOT NULL,
	`gift_id` text NOT NULL,
	`order_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`drawn` integer NOT NULL,
	`won` integer NOT NULL,
	`drawn_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `gift_id`, `order_id`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`shop_id` text NOT NULL,
	`digest` text NOT NULL,
	`shopper_id` text NOT NULL,
	`erased_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `digest`)
);
--> statement-breakpoint
CREATE TABLE `pool_codes` (
	`shop_id` text NOT NULL,
	`code_digest` text NOT NULL,
	`reward_id` text NOT NULL,
	`code` text NOT NULL,
	`redemption_id` text,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `code_digest`)
);
--> statement-breakpoint
CREATE INDEX `pool_codes_waiting` ON `pool_codes` (`shop_id`,`reward_id`,`code_digest`) WHERE redemption_id is null;--> statement-breakpoint
CREATE TABLE `referrals` (
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`referrer_id` text NOT NULL,
	`friend_id` text NOT NULL,
	`program_version` integer NOT NULL,
	`state` text NOT NULL,
	`decisions` text NOT NULL,
	`address_digest` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `order_id`)
);
--> statement-breakpoint
CREATE INDEX `referrals_by_referrer` ON `referrals` (`shop_id`,`referrer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `referrals_by_friend` ON `referrals` (`shop_id`,`friend_id`);--> statement-breakpoint
CREATE INDEX `referrals_by_address` ON `referrals` (`shop_id`,`address_digest`,`created_at`);--> statement-breakpoint
CREATE INDEX `referrals_by_state` ON `referrals` (`shop_id`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `usages` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`subject` text NOT NULL,
	`period_at` integer NOT NULL,
	`times` integer NOT NULL,
	`points` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `subject`, `period_at`)
);
--> statement-breakpoint
DROP INDEX `awards_by_source`;--> statement-breakpoint
ALTER TABLE `awards` ADD `part` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `origin_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `counted_points` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `counted_spend_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `counted_orders` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `idle_days` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `limited` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `awards` ADD `grant` text;--> statement-breakpoint
-- Awards of before: whom they were for, and the rule their first receipt names.
UPDATE awards SET origin_id = shopper_id, part = coalesce((SELECT json_extract(`receipt`, '$.rule') FROM transactions WHERE transactions.shop_id = awards.shop_id AND transactions.shopper_id = awards.shopper_id AND transactions.award_id = awards.id AND transactions.receipt IS NOT NULL ORDER BY transactions.sequence LIMIT 1), '');--> statement-breakpoint
CREATE UNIQUE INDEX `awards_by_source` ON `awards` (`shop_id`,`source_kind`,`source_id`,`part`,`origin_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `contexts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_by_shopper` ON `orders` (`shop_id`,`shopper_id`,`id`);--> statement-breakpoint
ALTER TABLE `redemptions` ADD `caps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `redemptions` ADD `uses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `redemptions` ADD `note` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `birthday` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `birthday_set_at` integer;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `joined_on` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `occasions_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `newsletter` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `personalised` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `tastes` text DEFAULT '{"bought":{},"seen":{}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `referral_code` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `origins` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `spend_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `order_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `first_order_at` integer;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `last_order_at` integer;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `active_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `idle_days` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `standing` text;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `clawed_back_at` integer;--> statement-breakpoint
ALTER TABLE `shoppers` ADD `advocate_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `shoppers_by_referral_code` ON `shoppers` (`shop_id`,`referral_code`);--> statement-breakpoint
CREATE INDEX `shoppers_by_birthday` ON `shoppers` (`shop_id`,`birthday`) WHERE birthday is not null;--> statement-breakpoint
CREATE INDEX `shoppers_by_joining` ON `shoppers` (`shop_id`,`joined_on`) WHERE joined_on is not null;--> statement-breakpoint
ALTER TABLE `transactions` ADD `counted_points` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `transactions` ADD `counted_spend_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `transactions` ADD `counted_orders` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `transactions` ADD `merge` text;