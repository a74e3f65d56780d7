CREATE TABLE `surveys` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`trigger` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`deleted_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `surveys_running` ON `surveys` (`state`,`shop_id`) WHERE state = 'running';--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`shop_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `survey_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `survey_waves` (
	`shop_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`key` text NOT NULL,
	`subject` text,
	`version` integer NOT NULL,
	`sample_rate` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`drawn_to` text,
	PRIMARY KEY(`shop_id`, `survey_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `survey_waves_to_draw` ON `survey_waves` (`shop_id`,`opens_at`) WHERE drawn_to is not null;--> statement-breakpoint
CREATE INDEX `survey_waves_by_time` ON `survey_waves` (`shop_id`,`survey_id`,`opens_at`,`key`);--> statement-breakpoint
CREATE TABLE `survey_invitations` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`wave` text NOT NULL,
	`shopper_id` text,
	`version` integer NOT NULL,
	`insider` integer NOT NULL,
	`drawn_at` integer NOT NULL,
	`mail_at` integer,
	`first_shown_at` integer,
	`last_shown_at` integer,
	`shows` integer NOT NULL,
	`channel` text,
	`opened_at` integer,
	`offer` text,
	`dismissed_at` integer,
	`answered_at` integer,
	`lapsed_at` integer,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_invitations_once` ON `survey_invitations` (`shop_id`,`survey_id`,`wave`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `survey_invitations_of_shopper` ON `survey_invitations` (`shop_id`,`shopper_id`,`drawn_at`);--> statement-breakpoint
CREATE INDEX `survey_invitations_to_mail` ON `survey_invitations` (`mail_at`) WHERE mail_at is not null;--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`wave` text NOT NULL,
	`shopper_id` text,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`insider` integer NOT NULL,
	`score` integer,
	`incentivised` integer NOT NULL,
	`tier_id` text,
	`channel` text NOT NULL,
	`locale` text,
	`order_id` text,
	`started_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`scored_at` integer,
	`completed_at` integer,
	`withdrawn_at` integer,
	`signal_at` integer,
	`act_id` text NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_once` ON `survey_responses` (`shop_id`,`survey_id`,`wave`,`shopper_id`);--> statement-breakpoint
CREATE INDEX `survey_responses_of_shopper` ON `survey_responses` (`shop_id`,`shopper_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `survey_responses_by_time` ON `survey_responses` (`shop_id`,`survey_id`,`saved_at`,`id`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`shop_id` text NOT NULL,
	`response_id` text NOT NULL,
	`question_id` text NOT NULL,
	`kind` text NOT NULL,
	`value_number` integer,
	`value_choices` text,
	`value_text` text,
	`scale_min` integer,
	`scale_max` integer,
	PRIMARY KEY(`shop_id`, `response_id`, `question_id`)
);
