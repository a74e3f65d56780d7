CREATE INDEX "post_reports_by_shopper" ON "post_reports" USING btree ("shop_id","shopper_id","post_id");--> statement-breakpoint
CREATE INDEX "post_votes_by_shopper" ON "post_votes" USING btree ("shop_id","shopper_id","post_id");--> statement-breakpoint
CREATE INDEX "review_reports_by_shopper" ON "review_reports" USING btree ("shop_id","shopper_id","review_id");--> statement-breakpoint
CREATE INDEX "review_votes_by_shopper" ON "review_votes" USING btree ("shop_id","shopper_id","review_id");--> statement-breakpoint
CREATE INDEX "shoppers_by_heir" ON "shoppers" USING btree ("shop_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
UPDATE "shoppers" SET "email_key" = NULL WHERE "erased_at" IS NOT NULL;--> statement-breakpoint
UPDATE "shoppers" SET "merged_into" = coalesce(
  (SELECT m.id FROM "shoppers" m WHERE m.shop_id = "shoppers"."shop_id" AND m.email_key = lower(trim("shoppers"."email")) AND m.external_id IS NOT NULL),
  (SELECT min(o.shopper_id) FROM "awards" a JOIN "orders" o ON o.shop_id = a.shop_id AND o.id = a.source_id JOIN "shoppers" m ON m.shop_id = o.shop_id AND m.id = o.shopper_id WHERE a.shop_id = "shoppers"."shop_id" AND a.shopper_id = "shoppers"."id" AND a.source_kind = 'order' AND m.erased_at IS NOT NULL AND m.id <> "shoppers"."id" HAVING count(DISTINCT o.shopper_id) = 1)
) WHERE "external_id" IS NULL AND "email_key" IS NULL AND "merged_into" IS NULL AND "erased_at" IS NULL AND "pending" = 0 AND "available" = 0 AND "held" = 0;
