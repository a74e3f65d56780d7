CREATE TABLE `review_offers` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`product_id` text NOT NULL,
	`offer` text NOT NULL,
	`shown_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `product_id`)
);
--> statement-breakpoint
CREATE TABLE `review_photos` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text,
	`review_id` text,
	`position` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`likeness` text NOT NULL,
	`band0` text NOT NULL,
	`band1` text NOT NULL,
	`band2` text NOT NULL,
	`band3` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `review_photos_by_review` ON `review_photos` (`shop_id`,`review_id`,`position`);--> statement-breakpoint
CREATE INDEX `review_photos_band0` ON `review_photos` (`shop_id`,`band0`);--> statement-breakpoint
CREATE INDEX `review_photos_band1` ON `review_photos` (`shop_id`,`band1`);--> statement-breakpoint
CREATE INDEX `review_photos_band2` ON `review_photos` (`shop_id`,`band2`);--> statement-breakpoint
CREATE INDEX `review_photos_band3` ON `review_photos` (`shop_id`,`band3`);--> statement-breakpoint
CREATE INDEX `review_photos_waiting` ON `review_photos` (`created_at`) WHERE review_id is null;--> statement-breakpoint
CREATE TABLE `review_reports` (
	`shop_id` text NOT NULL,
	`review_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `review_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `review_stats` (
	`shop_id` text NOT NULL,
	`product_id` text NOT NULL,
	`all1` integer NOT NULL,
	`all2` integer NOT NULL,
	`all3` integer NOT NULL,
	`all4` integer NOT NULL,
	`all5` integer NOT NULL,
	`offered1` integer NOT NULL,
	`offered2` integer NOT NULL,
	`offered3` integer NOT NULL,
	`offered4` integer NOT NULL,
	`offered5` integer NOT NULL,
	`imported1` integer NOT NULL,
	`imported2` integer NOT NULL,
	`imported3` integer NOT NULL,
	`imported4` integer NOT NULL,
	`imported5` integer NOT NULL,
	`withheld1` integer NOT NULL,
	`withheld2` integer NOT NULL,
	`withheld3` integer NOT NULL,
	`withheld4` integer NOT NULL,
	`withheld5` integer NOT NULL,
	`verified` integer NOT NULL,
	`with_photos` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `product_id`)
);
--> statement-breakpoint
CREATE TABLE `review_votes` (
	`shop_id` text NOT NULL,
	`review_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `review_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`product_id` text NOT NULL,
	`shopper_id` text,
	`order_id` text,
	`rating` integer NOT NULL,
	`title` text,
	`body` text NOT NULL,
	`language` text,
	`name` text NOT NULL,
	`attributes` text NOT NULL,
	`folded` text NOT NULL,
	`text_digest` text NOT NULL,
	`state` text NOT NULL,
	`waiting_since` integer,
	`signals` text NOT NULL,
	`offer` text,
	`insider` integer NOT NULL,
	`imported_from` text,
	`photos` integer DEFAULT 0 NOT NULL,
	`helpful` integer DEFAULT 0 NOT NULL,
	`reports` integer DEFAULT 0 NOT NULL,
	`reply` text,
	`decisions` text NOT NULL,
	`reason` text,
	`history` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_have_stars" CHECK(rating between 1 and 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_by_author` ON `reviews` (`shop_id`,`shopper_id`,`product_id`);--> statement-breakpoint
CREATE INDEX `reviews_newest` ON `reviews` (`shop_id`,`product_id`,`created_at`,`id`) WHERE state = 'published';--> statement-breakpoint
CREATE INDEX `reviews_helpful` ON `reviews` (`shop_id`,`product_id`,`helpful`,`id`) WHERE state = 'published';--> statement-breakpoint
CREATE INDEX `reviews_by_rating` ON `reviews` (`shop_id`,`product_id`,`rating`,`created_at`,`id`) WHERE state = 'published';--> statement-breakpoint
CREATE INDEX `reviews_with_photos` ON `reviews` (`shop_id`,`product_id`,`created_at`,`id`) WHERE state = 'published' and photos > 0;--> statement-breakpoint
CREATE INDEX `reviews_not_shown` ON `reviews` (`shop_id`,`state`,`created_at`,`id`) WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX `reviews_waiting` ON `reviews` (`shop_id`,`waiting_since`,`id`) WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX `reviews_by_text` ON `reviews` (`shop_id`,`text_digest`);--> statement-breakpoint
ALTER TABLE `orders` ADD `arrived_at` integer;--> statement-breakpoint
CREATE INDEX `orders_arrived` ON `orders` (`shop_id`,`shopper_id`,`arrived_at`) WHERE arrived_at is not null;--> statement-breakpoint
ALTER TABLE `shops` ADD `review_settings` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `review_settings_version` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER reviews_offer_never_changed BEFORE UPDATE OF offer ON reviews WHEN NEW.offer IS NOT OLD.offer BEGIN SELECT RAISE(ABORT, 'what was offered for a review never changes'); END;
--> statement-breakpoint
CREATE TRIGGER review_offers_never_updated BEFORE UPDATE ON review_offers BEGIN SELECT RAISE(ABORT, 'what was offered for a review never changes'); END;
