CREATE TABLE `buyer_scales` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
