DROP INDEX "acts_by_subject";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "edited_at" bigint;--> statement-breakpoint
CREATE INDEX "acts_by_time" ON "acts" USING btree ("shop_id","at","id");--> statement-breakpoint
CREATE INDEX "acts_by_actor" ON "acts" USING btree ("shop_id","actor","at","id");--> statement-breakpoint
CREATE INDEX "reviews_by_age" ON "reviews" USING btree ("shop_id","created_at","id") WHERE rating > 0;--> statement-breakpoint
CREATE INDEX "reviews_by_state" ON "reviews" USING btree ("shop_id","state","created_at","id") WHERE rating > 0;--> statement-breakpoint
CREATE INDEX "reviews_by_stars" ON "reviews" USING btree ("shop_id","rating","created_at","id") WHERE rating > 0;--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "reviews" USING btree ("shop_id","product_id","created_at","id") WHERE rating > 0;--> statement-breakpoint
CREATE INDEX "posts_by_age" ON "posts" USING btree ("shop_id","created_at","id") WHERE rank >= 0;--> statement-breakpoint
CREATE INDEX "posts_of_product" ON "posts" USING btree ("shop_id","product_id","created_at","id") WHERE rank >= 0;--> statement-breakpoint
CREATE INDEX "questions_answered" ON "posts" USING btree ("shop_id","created_at","id") WHERE state = 'published' and question_id is null and answers > 0;--> statement-breakpoint
CREATE INDEX "acts_by_subject" ON "acts" USING btree ("shop_id","subject","at","id");