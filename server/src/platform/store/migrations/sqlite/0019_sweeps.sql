CREATE INDEX `acts_by_age` ON `acts` (`at`,`shop_id`);--> statement-breakpoint
CREATE INDEX `usages_seen` ON `usages` (`period_at`) WHERE subject = 'seen';