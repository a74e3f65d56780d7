CREATE TABLE `consents` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`source` text NOT NULL,
	`wording_id` text,
	`locale` text,
	`address_digest` text,
	`ends_at` integer,
	`evidence` text,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_by_shopper` ON `consents` (`shop_id`,`shopper_id`,`at`);--> statement-breakpoint
CREATE INDEX `consents_by_address` ON `consents` (`shop_id`,`address_digest`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`shop_id` text NOT NULL,
	`address_digest` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `address_digest`, `reason`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `address_keys` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consent_wordings` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Subscriptions without words that were agreed to: they allow no mail (E25).
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_newsletter_' || id, id, 'marketing', 'email', 'given', created_at, '{"kind":"shopper","name":null}', 'migrated'
FROM shoppers WHERE newsletter = 1 AND erased_at IS NULL AND merged_into IS NULL;
--> statement-breakpoint
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT r.shop_id, 'cn_' || r.kind || '_' || r.shopper_id, r.shopper_id, 'reviews', 'email', 'withdrawn', r.at, '{"kind":"shopper","name":null}', 'migrated'
FROM contact_refusals r WHERE r.kind = 'reviewRequest';
