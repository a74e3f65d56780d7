CREATE TABLE `review_imports` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`source` text NOT NULL,
	`rows` integer NOT NULL,
	`imported` integer NOT NULL,
	`waiting` integer NOT NULL,
	`refused` integer NOT NULL,
	`photos` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
ALTER TABLE `reviews` ADD `import_id` text;--> statement-breakpoint
CREATE INDEX `reviews_by_import` ON `reviews` (`shop_id`,`import_id`) WHERE import_id is not null;