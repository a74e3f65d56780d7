CREATE TABLE "shopper_ranks" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"name_key" text NOT NULL,
	"available" bigint NOT NULL,
	"pending" bigint NOT NULL,
	"order_count" bigint NOT NULL,
	"spend_minor" bigint NOT NULL,
	"last_order_at" bigint NOT NULL,
	CONSTRAINT "shopper_ranks_shop_id_shopper_id_pk" PRIMARY KEY("shop_id","shopper_id")
);
--> statement-breakpoint
ALTER TABLE "acts" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "placed_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "standing" text DEFAULT 'unpaid' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "number_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_name" ON "shopper_ranks" USING btree ("shop_id","name_key","shopper_id");--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_available" ON "shopper_ranks" USING btree ("shop_id","available","shopper_id");--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_pending" ON "shopper_ranks" USING btree ("shop_id","pending","shopper_id");--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_orders" ON "shopper_ranks" USING btree ("shop_id","order_count","shopper_id");--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_spend" ON "shopper_ranks" USING btree ("shop_id","spend_minor","shopper_id");--> statement-breakpoint
CREATE INDEX "shopper_ranks_by_last_order" ON "shopper_ranks" USING btree ("shop_id","last_order_at","shopper_id");--> statement-breakpoint
CREATE INDEX "redemptions_by_taking" ON "redemptions" USING btree ("shop_id","created_at","id");--> statement-breakpoint
CREATE INDEX "redemptions_by_state" ON "redemptions" USING btree ("shop_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_placing" ON "orders" USING btree ("shop_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_standing" ON "orders" USING btree ("shop_id","standing","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_number" ON "orders" USING btree ("shop_id","number_key","id");--> statement-breakpoint
CREATE INDEX "orders_unread" ON "orders" USING btree ("shop_id","id") WHERE number_key = '';--> statement-breakpoint
INSERT INTO "shopper_changes" ("shop_id", "shopper_id") SELECT "shop_id", "id" FROM "shoppers" WHERE true ON CONFLICT DO NOTHING;
