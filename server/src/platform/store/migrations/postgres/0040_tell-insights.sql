CREATE TABLE "alerts" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"figure" text NOT NULL,
	"document" text NOT NULL,
	"opened_day" bigint NOT NULL,
	"said_day" bigint NOT NULL,
	"closed_day" bigint,
	"seen_at" bigint,
	CONSTRAINT "alerts_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_looks" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"day" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	"document" text NOT NULL,
	"due_at" bigint NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "reports_shop_id_key_pk" PRIMARY KEY("shop_id","key")
);
--> statement-breakpoint
CREATE TABLE "insight_readers" (
	"shop_id" text NOT NULL,
	"user_id" text NOT NULL,
	"language" text NOT NULL,
	"report_since" bigint NOT NULL,
	CONSTRAINT "insight_readers_shop_id_user_id_pk" PRIMARY KEY("shop_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_looks" ADD CONSTRAINT "alert_looks_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_readers" ADD CONSTRAINT "insight_readers_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("shop_id","figure") WHERE closed_day is null;--> statement-breakpoint
CREATE INDEX "alerts_by_day" ON "alerts" USING btree ("shop_id","opened_day","id");