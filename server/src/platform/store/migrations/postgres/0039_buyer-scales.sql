CREATE TABLE "buyer_scales" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"taken_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "buyer_scales" ADD CONSTRAINT "buyer_scales_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;