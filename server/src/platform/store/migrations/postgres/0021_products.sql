CREATE TABLE "products" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"state" text,
	"deleted_at" bigint,
	"version" bigint NOT NULL,
	CONSTRAINT "products_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_tallies" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"products" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "products_swept_to" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "products_note" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "products_cursor" text;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_tallies" ADD CONSTRAINT "product_tallies_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;