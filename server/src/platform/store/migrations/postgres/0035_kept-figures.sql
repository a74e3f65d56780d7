CREATE TABLE "kept_figures" (
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	"document" text NOT NULL,
	"taken_at" bigint NOT NULL,
	"kept_at" bigint NOT NULL,
	CONSTRAINT "kept_figures_shop_id_key_pk" PRIMARY KEY("shop_id","key")
);
--> statement-breakpoint
ALTER TABLE "kept_figures" ADD CONSTRAINT "kept_figures_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_figures_by_age" ON "kept_figures" USING btree ("kept_at");