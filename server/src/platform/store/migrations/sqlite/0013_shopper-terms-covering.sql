DROP INDEX `shopper_terms_by_shopper`;--> statement-breakpoint
CREATE INDEX `shopper_terms_of` ON `shopper_terms` (`shop_id`,`shopper_id`,`term`);