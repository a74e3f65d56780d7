DROP INDEX "acts_by_time";--> statement-breakpoint
DROP INDEX "reviews_by_state";--> statement-breakpoint
DROP INDEX "reviews_by_stars";--> statement-breakpoint
DROP INDEX "reviews_of_product";--> statement-breakpoint
DROP INDEX "posts_of_product";--> statement-breakpoint
CREATE INDEX "acts_by_time" ON "acts" USING btree ("shop_id","at","id") WHERE at >= 0;--> statement-breakpoint
CREATE INDEX "reviews_by_state" ON "reviews" USING btree ("shop_id","state","created_at","id") WHERE rating >= 1;--> statement-breakpoint
CREATE INDEX "reviews_by_stars" ON "reviews" USING btree ("shop_id","rating","created_at","id") WHERE rating < 6 and waiting_since is null;--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "reviews" USING btree ("shop_id","product_id","created_at","id") WHERE rating <= 5;--> statement-breakpoint
CREATE INDEX "posts_of_product" ON "posts" USING btree ("shop_id","product_id","created_at","id") WHERE rank > -1;