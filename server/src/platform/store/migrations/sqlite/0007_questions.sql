CREATE TABLE `post_reports` (
	`shop_id` text NOT NULL,
	`post_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `post_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `post_votes` (
	`shop_id` text NOT NULL,
	`post_id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `post_id`, `shopper_id`)
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`product_id` text NOT NULL,
	`question_id` text,
	`shopper_id` text,
	`author` text NOT NULL,
	`rank` integer NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`language` text,
	`text_digest` text NOT NULL,
	`state` text NOT NULL,
	`waiting_since` integer,
	`signals` text NOT NULL,
	`decisions` text NOT NULL,
	`reason` text,
	`helpful` integer DEFAULT 0 NOT NULL,
	`reports` integer DEFAULT 0 NOT NULL,
	`answers` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_newest` ON `posts` (`shop_id`,`product_id`,`created_at`,`id`) WHERE state = 'published' and question_id is null;--> statement-breakpoint
CREATE INDEX `answers_by_question` ON `posts` (`shop_id`,`question_id`,`rank`,`helpful`,`id`) WHERE state = 'published' and question_id is not null;--> statement-breakpoint
CREATE INDEX `questions_unanswered` ON `posts` (`shop_id`,`created_at`,`id`) WHERE state = 'published' and question_id is null and answers = 0;--> statement-breakpoint
CREATE INDEX `posts_waiting` ON `posts` (`shop_id`,`waiting_since`,`id`) WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX `posts_not_shown` ON `posts` (`shop_id`,`state`,`created_at`,`id`) WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX `posts_by_author` ON `posts` (`shop_id`,`shopper_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `posts_by_text` ON `posts` (`shop_id`,`text_digest`);