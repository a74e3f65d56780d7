CREATE TABLE `survey_counts` (
	`shop_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`incentivised` text NOT NULL,
	`tier_id` text NOT NULL,
	`kind` text NOT NULL,
	`part` text NOT NULL,
	`value` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `survey_id`, `period`, `kind`, `part`, `value`, `version`, `incentivised`, `tier_id`)
);
--> statement-breakpoint
CREATE INDEX `survey_counts_by_kind` ON `survey_counts` (`shop_id`,`survey_id`,`kind`,`period`);--> statement-breakpoint
CREATE TABLE `survey_tallies` (
	`shop_id` text NOT NULL,
	`response_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`period` text NOT NULL,
	`at` integer NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`shop_id`, `response_id`)
);
--> statement-breakpoint
CREATE INDEX `survey_tallies_by_time` ON `survey_tallies` (`shop_id`,`survey_id`,`at`,`response_id`);--> statement-breakpoint
CREATE INDEX `survey_tallies_of_wave` ON `survey_tallies` (`shop_id`,`survey_id`,`period`,`at`,`response_id`);--> statement-breakpoint
CREATE TABLE `survey_themes` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`rules` text NOT NULL,
	`outcome` text,
	`outcome_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `response_themes` (
	`shop_id` text NOT NULL,
	`response_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `response_id`, `theme_id`)
);
--> statement-breakpoint
CREATE INDEX `response_themes_of_theme` ON `response_themes` (`shop_id`,`theme_id`,`response_id`);--> statement-breakpoint
CREATE TABLE `theme_tellings` (
	`shop_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `shopper_id`, `theme_id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answer_imports` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`source` text NOT NULL,
	`rows` integer NOT NULL,
	`imported` integer NOT NULL,
	`refused` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `imported_answers` (
	`shop_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`digest` text NOT NULL,
	`import_id` text NOT NULL,
	`shopper_id` text,
	`order_id` text,
	`score` integer NOT NULL,
	`text` text,
	`answered_at` integer NOT NULL,
	`period` text NOT NULL,
	PRIMARY KEY(`shop_id`, `survey_id`, `digest`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_answers_of_import` ON `imported_answers` (`shop_id`,`import_id`);--> statement-breakpoint
CREATE INDEX `imported_answers_of_shopper` ON `imported_answers` (`shop_id`,`shopper_id`);