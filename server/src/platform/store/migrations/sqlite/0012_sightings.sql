CREATE TABLE `sightings` (
	`shop_id` text NOT NULL,
	`origin` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `origin`)
);
