CREATE TABLE `balance_imports` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`source` text NOT NULL,
	`rows` integer NOT NULL,
	`imported` integer NOT NULL,
	`refused` integer NOT NULL,
	`points` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
