CREATE INDEX "acts_by_age" ON "acts" USING btree ("at","shop_id");--> statement-breakpoint
CREATE INDEX "usages_seen" ON "usages" USING btree ("period_at") WHERE subject = 'seen';