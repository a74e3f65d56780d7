CREATE TABLE `cases` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`order_key` text NOT NULL,
	`state` text NOT NULL,
	`severity` text NOT NULL,
	`reason` text NOT NULL,
	`title` text,
	`owner_id` text,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`waiting_since` integer,
	`overdue_at` integer,
	`first_reply_at` integer,
	`first_reply_ms` integer,
	`resolved_at` integer,
	`resolved_ms` integer,
	`follow_up_at` integer,
	`solved` text,
	`closed_at` integer,
	`outcome` text,
	`reopened` integer NOT NULL,
	`points_given` integer NOT NULL,
	`entries` integer NOT NULL,
	`next_at` integer,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open` ON `cases` (`shop_id`,`shopper_id`,`order_key`) WHERE state in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_by_shopper` ON `cases` (`shop_id`,`shopper_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`shop_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_time` ON `cases` (`shop_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_owner` ON `cases` (`shop_id`,`owner_id`) WHERE state in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_next` ON `cases` (`shop_id`,`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE TABLE `case_entries` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`data` text NOT NULL,
	`source` text,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`,`case_id`) REFERENCES `cases`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_entries_by_case` ON `case_entries` (`shop_id`,`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_entries_by_source` ON `case_entries` (`shop_id`,`source`) WHERE source is not null;--> statement-breakpoint
CREATE TABLE `case_settings` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `reviews` ADD `points_given_at` integer;
--> statement-breakpoint
-- What happened to a case stays; of what is there only words and names go, and two cases become one.
CREATE TRIGGER case_entries_stand BEFORE UPDATE ON case_entries
WHEN NEW.at IS NOT OLD.at OR NEW.kind IS NOT OLD.kind OR (NEW.note IS NOT NULL AND NEW.note IS NOT OLD.note)
  OR (NEW.note IS NOT NULL AND (NEW."by" IS NOT OLD."by" OR NEW.data IS NOT OLD.data))
BEGIN SELECT RAISE(ABORT, 'what happened to a case stays'); END;
--> statement-breakpoint
CREATE TRIGGER case_entries_never_deleted BEFORE DELETE ON case_entries BEGIN SELECT RAISE(ABORT, 'what happened to a case stays'); END;
