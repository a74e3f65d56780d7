DROP INDEX "shopper_terms_by_shopper";--> statement-breakpoint
CREATE INDEX "shopper_terms_of" ON "shopper_terms" USING btree ("shop_id","shopper_id","term");