CREATE TABLE `consents` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`source` text NOT NULL,
	`wording_id` text,
	`locale` text,
	`address_digest` text,
	`ends_at` integer,
	`evidence` text,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_by_shopper` ON `consents` (`shop_id`,`shopper_id`,`at`);--> statement-breakpoint
CREATE INDEX `consents_by_address` ON `consents` (`shop_id`,`address_digest`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`shop_id` text NOT NULL,
	`address_digest` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `address_digest`, `reason`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `address_keys` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consent_wordings` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `touches` (
	`shop_id` text NOT NULL,
	`key` text NOT NULL,
	`id` text NOT NULL,
	`shopper_id` text NOT NULL,
	`kind` text NOT NULL,
	`class` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text NOT NULL,
	`priority` integer NOT NULL,
	`arm` text NOT NULL,
	`planned_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`ask_at` integer NOT NULL,
	`wait_reason` text,
	`decision` text,
	`reason` text,
	`decided_at` integer,
	`failed_at` integer,
	`bounced_at` integer,
	`complained_at` integer,
	`dismissed_at` integer,
	`unsubscribed_at` integer,
	PRIMARY KEY(`shop_id`, `key`),
	FOREIGN KEY (`shop_id`,`shopper_id`) REFERENCES `shoppers`(`shop_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `touches_by_id` ON `touches` (`shop_id`,`id`);--> statement-breakpoint
CREATE INDEX `touches_by_shopper` ON `touches` (`shop_id`,`shopper_id`,`planned_at`);--> statement-breakpoint
CREATE INDEX `touches_counted` ON `touches` (`shop_id`,`shopper_id`,`decided_at`) WHERE decision in ('sent', 'shown') and class <> 'service';--> statement-breakpoint
CREATE INDEX `touches_planned` ON `touches` (`shop_id`,`shopper_id`) WHERE decision is null;--> statement-breakpoint
CREATE INDEX `touches_by_time` ON `touches` (`shop_id`,`planned_at`,`id`);
--> statement-breakpoint
-- Subscriptions without words that were agreed to: they allow no mail (E25).
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_newsletter_' || id, id, 'marketing', 'email', 'given', created_at, '{"kind":"shopper","name":null}', 'migrated'
FROM shoppers WHERE newsletter = 1 AND erased_at IS NULL AND merged_into IS NULL;
--> statement-breakpoint
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_' || kind || '_' || shopper_id, shopper_id, 'reviews', 'email', 'withdrawn', at, '{"kind":"shopper","name":null}', 'migrated'
FROM contact_refusals WHERE kind = 'reviewRequest';
--> statement-breakpoint
INSERT INTO touches (shop_id, key, id, shopper_id, kind, class, channel, subject, priority, arm, planned_at, due_at, valid_until, ask_at, decision, decided_at, dismissed_at)
SELECT shop_id, 'migrated:' || shopper_id || ':' || kind || ':' || channel || ':' || subject, 'to_migrated:' || shopper_id || ':' || kind || ':' || channel || ':' || subject,
  shopper_id, kind, CASE WHEN kind = 'nextStep' THEN 'marketing' ELSE 'relationship' END, channel, subject, CASE WHEN kind = 'nextStep' THEN 20 ELSE 50 END,
  'treated', at, at, at, at, CASE WHEN channel = 'email' THEN 'sent' ELSE 'shown' END, at, dismissed_at
FROM contacts;
--> statement-breakpoint
-- A touch is decided once, and of what came later each thing is set once.
CREATE TRIGGER touches_stand BEFORE UPDATE ON touches
WHEN (OLD.decision IS NOT NULL AND (NEW.decision IS NOT OLD.decision OR NEW.reason IS NOT OLD.reason OR NEW.decided_at IS NOT OLD.decided_at))
  OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS NOT OLD.failed_at) OR (OLD.dismissed_at IS NOT NULL AND NEW.dismissed_at IS NOT OLD.dismissed_at)
  OR (OLD.bounced_at IS NOT NULL AND NEW.bounced_at IS NOT OLD.bounced_at) OR (OLD.complained_at IS NOT NULL AND NEW.complained_at IS NOT OLD.complained_at)
  OR (OLD.unsubscribed_at IS NOT NULL AND NEW.unsubscribed_at IS NOT OLD.unsubscribed_at)
BEGIN SELECT RAISE(ABORT, 'a touch is decided once'); END;
