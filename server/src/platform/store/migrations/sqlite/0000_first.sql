CREATE TABLE `awards` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`program_version` integer NOT NULL,
	`posted` integer NOT NULL,
	`forgiven` integer NOT NULL,
	`lot_points` integer NOT NULL,
	`matured` integer NOT NULL,
	`mature_at` integer NOT NULL,
	`expire_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`line_ids` text NOT NULL,
	`borrowed` text NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "awards_lot_not_negative" CHECK(lot_points >= 0),
	CONSTRAINT "awards_forgiven_not_negative" CHECK(forgiven >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_by_source` ON `awards` (`shop_id`,`source_kind`,`source_id`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `awards_with_points` ON `awards` (`shop_id`,`shopper_id`,`matured`,`due_at`) WHERE lot_points > 0;--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`shop_id` text NOT NULL,
	`principal` text NOT NULL,
	`route` text NOT NULL,
	`key` text NOT NULL,
	`body_digest` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `principal`, `route`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`kind` text NOT NULL,
	`digest` text NOT NULL,
	`sealed` text,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_digest_unique` ON `keys` (`digest`);--> statement-breakpoint
CREATE INDEX `keys_by_shop` ON `keys` (`shop_id`,`kind`);--> statement-breakpoint
CREATE TABLE `orders` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text,
	`updated_at` integer NOT NULL,
	`currency` text NOT NULL,
	`to_shop_rate` text,
	`program_version` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `program_drafts` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `program_versions` (
	`shop_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `version`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `redemptions` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`program_version` integer NOT NULL,
	`state` text NOT NULL,
	`points` integer NOT NULL,
	`allocations` text NOT NULL,
	`value_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`code` text NOT NULL,
	`code_digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`expire_at` integer NOT NULL,
	`ended_at` integer,
	`order_id` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "redemptions_cost_something" CHECK(points > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redemptions_by_code` ON `redemptions` (`shop_id`,`code_digest`);--> statement-breakpoint
CREATE INDEX `redemptions_by_shopper` ON `redemptions` (`shop_id`,`shopper_id`,`state`);--> statement-breakpoint
CREATE TABLE `shoppers` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`external_id` text,
	`email` text,
	`email_key` text,
	`name` text,
	`locale` text,
	`status` text NOT NULL,
	`enrolled_at` integer,
	`tokens_not_before` integer NOT NULL,
	`pending` integer NOT NULL,
	`available` integer NOT NULL,
	`held` integer NOT NULL,
	`lifetime` integer NOT NULL,
	`sequence` integer NOT NULL,
	`chain_head` text NOT NULL,
	`next_change_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shoppers_pending_not_negative" CHECK(pending >= 0),
	CONSTRAINT "shoppers_held_not_negative" CHECK(held >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shoppers_by_external_id` ON `shoppers` (`shop_id`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `shoppers_by_email` ON `shoppers` (`shop_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `shoppers_due` ON `shoppers` (`next_change_at`) WHERE next_change_at < 8640000000000000;--> statement-breakpoint
CREATE TABLE `shops` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`public_key` text NOT NULL,
	`origins` text NOT NULL,
	`sandbox` integer NOT NULL,
	`clock_offset_ms` integer NOT NULL,
	`program_version` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shops_public_key_unique` ON `shops` (`public_key`);--> statement-breakpoint
CREATE TABLE `transactions` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`award_id` text,
	`redemption_id` text,
	`pending` integer NOT NULL,
	`available` integer NOT NULL,
	`held` integer NOT NULL,
	`issued` integer NOT NULL,
	`redeemed` integer NOT NULL,
	`expired` integer NOT NULL,
	`adjusted` integer NOT NULL,
	`effective_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`lots` text NOT NULL,
	`receipt` text,
	`previous_hash` text NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `sequence`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transactions_sum_to_zero" CHECK(pending + available + held + issued + redeemed + expired + adjusted = 0)
);
