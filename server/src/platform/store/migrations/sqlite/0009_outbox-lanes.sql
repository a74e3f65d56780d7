DROP INDEX `outbox_due`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `lane` text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`lane`,`due_at`) WHERE due_at is not null;