CREATE TABLE "stage_changes" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"day" bigint NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	CONSTRAINT "stage_changes_shop_id_shopper_id_day_pk" PRIMARY KEY("shop_id","shopper_id","day")
);
--> statement-breakpoint
CREATE TABLE "insight_settings" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "costs" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"day" bigint NOT NULL,
	"kind" text NOT NULL,
	"channel" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"shop_minor" bigint NOT NULL,
	"note" text,
	"entered_at" bigint NOT NULL,
	CONSTRAINT "costs_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "insight_settings" ADD CONSTRAINT "insight_settings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "costs" ADD CONSTRAINT "costs_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stage_changes_by_day" ON "stage_changes" USING btree ("shop_id","day","shopper_id");--> statement-breakpoint
CREATE INDEX "costs_by_day" ON "costs" USING btree ("shop_id","day","id");