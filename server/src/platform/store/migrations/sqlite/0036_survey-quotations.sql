CREATE TABLE `survey_quotations` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`response_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`wave` text NOT NULL,
	`question_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`name` text,
	`asked_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`agreed_at` integer,
	`decided_at` integer,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_quotations_once` ON `survey_quotations` (`shop_id`,`response_id`,`theme_id`);--> statement-breakpoint
CREATE INDEX `survey_quotations_of_shopper` ON `survey_quotations` (`shop_id`,`shopper_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `survey_quotations_given` ON `survey_quotations` (`shop_id`,`theme_id`,`agreed_at`) WHERE state = 'given';