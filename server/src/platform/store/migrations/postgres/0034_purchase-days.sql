CREATE TABLE "purchase_days" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"day" bigint NOT NULL,
	"orders" bigint NOT NULL,
	"value_minor" bigint NOT NULL,
	"free_orders" bigint NOT NULL,
	"without_rate" bigint NOT NULL,
	CONSTRAINT "purchase_days_shop_id_shopper_id_day_pk" PRIMARY KEY("shop_id","shopper_id","day")
);
--> statement-breakpoint
CREATE TABLE "purchase_day_terms" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"program_version" bigint NOT NULL,
	"counted_to" text
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "bought_as" text DEFAULT 'nothing' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "bought_on" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "bought_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "purchase_day_terms" ADD CONSTRAINT "purchase_day_terms_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;