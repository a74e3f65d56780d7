CREATE TABLE "survey_counts" (
	"shop_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"period" text NOT NULL,
	"version" bigint NOT NULL,
	"incentivised" text NOT NULL,
	"tier_id" text NOT NULL,
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"value" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "survey_counts_shop_id_survey_id_period_kind_part_value_version_incentivised_tier_id_pk" PRIMARY KEY("shop_id","survey_id","period","kind","part","value","version","incentivised","tier_id")
);
--> statement-breakpoint
CREATE TABLE "survey_tallies" (
	"shop_id" text NOT NULL,
	"response_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"period" text NOT NULL,
	"at" bigint NOT NULL,
	"cells" text NOT NULL,
	CONSTRAINT "survey_tallies_shop_id_response_id_pk" PRIMARY KEY("shop_id","response_id")
);
--> statement-breakpoint
CREATE TABLE "survey_themes" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"rules" text NOT NULL,
	"outcome" text,
	"outcome_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "survey_themes_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "response_themes" (
	"shop_id" text NOT NULL,
	"response_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "response_themes_shop_id_response_id_theme_id_pk" PRIMARY KEY("shop_id","response_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "theme_tellings" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "theme_tellings_shop_id_shopper_id_theme_id_pk" PRIMARY KEY("shop_id","shopper_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "answer_imports" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"source" text NOT NULL,
	"rows" bigint NOT NULL,
	"imported" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"undone_at" bigint,
	CONSTRAINT "answer_imports_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "imported_answers" (
	"shop_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"digest" text NOT NULL,
	"import_id" text NOT NULL,
	"shopper_id" text,
	"order_id" text,
	"score" bigint NOT NULL,
	"text" text,
	"answered_at" bigint NOT NULL,
	"period" text NOT NULL,
	CONSTRAINT "imported_answers_shop_id_survey_id_digest_pk" PRIMARY KEY("shop_id","survey_id","digest")
);
--> statement-breakpoint
ALTER TABLE "theme_tellings" ADD CONSTRAINT "theme_tellings_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_answers" ADD CONSTRAINT "imported_answers_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_counts_by_kind" ON "survey_counts" USING btree ("shop_id","survey_id","kind","period");--> statement-breakpoint
CREATE INDEX "survey_tallies_by_time" ON "survey_tallies" USING btree ("shop_id","survey_id","at","response_id");--> statement-breakpoint
CREATE INDEX "survey_tallies_of_wave" ON "survey_tallies" USING btree ("shop_id","survey_id","period","at","response_id");--> statement-breakpoint
CREATE INDEX "response_themes_of_theme" ON "response_themes" USING btree ("shop_id","theme_id","response_id");--> statement-breakpoint
CREATE INDEX "imported_answers_of_import" ON "imported_answers" USING btree ("shop_id","import_id");--> statement-breakpoint
CREATE INDEX "imported_answers_of_shopper" ON "imported_answers" USING btree ("shop_id","shopper_id");