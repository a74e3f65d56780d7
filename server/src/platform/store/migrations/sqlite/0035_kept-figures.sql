CREATE TABLE `kept_figures` (
	`shop_id` text NOT NULL,
	`key` text NOT NULL,
	`document` text NOT NULL,
	`taken_at` integer NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `key`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_figures_by_age` ON `kept_figures` (`kept_at`);