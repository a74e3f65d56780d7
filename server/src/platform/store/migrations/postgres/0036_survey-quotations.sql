CREATE TABLE "survey_quotations" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"response_id" text NOT NULL,
	"theme_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"wave" text NOT NULL,
	"question_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"name" text,
	"asked_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"agreed_at" bigint,
	"decided_at" bigint,
	CONSTRAINT "survey_quotations_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "survey_quotations" ADD CONSTRAINT "survey_quotations_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_quotations_once" ON "survey_quotations" USING btree ("shop_id","response_id","theme_id");--> statement-breakpoint
CREATE INDEX "survey_quotations_of_shopper" ON "survey_quotations" USING btree ("shop_id","shopper_id","asked_at");--> statement-breakpoint
CREATE INDEX "survey_quotations_given" ON "survey_quotations" USING btree ("shop_id","theme_id","agreed_at") WHERE state = 'given';