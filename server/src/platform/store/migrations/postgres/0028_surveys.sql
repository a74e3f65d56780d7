CREATE TABLE "surveys" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"trigger" text NOT NULL,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"deleted_at" bigint,
	CONSTRAINT "surveys_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"shop_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version" bigint NOT NULL,
	"document" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "survey_versions_shop_id_survey_id_version_pk" PRIMARY KEY("shop_id","survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "survey_waves" (
	"shop_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"key" text NOT NULL,
	"subject" text,
	"version" bigint NOT NULL,
	"sample_rate" text NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"drawn_to" text,
	CONSTRAINT "survey_waves_shop_id_survey_id_key_pk" PRIMARY KEY("shop_id","survey_id","key")
);
--> statement-breakpoint
CREATE TABLE "survey_invitations" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"wave" text NOT NULL,
	"shopper_id" text,
	"version" bigint NOT NULL,
	"insider" boolean NOT NULL,
	"drawn_at" bigint NOT NULL,
	"mail_at" bigint,
	"first_shown_at" bigint,
	"last_shown_at" bigint,
	"shows" bigint NOT NULL,
	"channel" text,
	"opened_at" bigint,
	"offer" text,
	"dismissed_at" bigint,
	"answered_at" bigint,
	"lapsed_at" bigint,
	CONSTRAINT "survey_invitations_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"wave" text NOT NULL,
	"shopper_id" text,
	"version" bigint NOT NULL,
	"state" text NOT NULL,
	"insider" boolean NOT NULL,
	"score" bigint,
	"incentivised" boolean NOT NULL,
	"tier_id" text,
	"channel" text NOT NULL,
	"locale" text,
	"order_id" text,
	"started_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"scored_at" bigint,
	"completed_at" bigint,
	"withdrawn_at" bigint,
	"signal_at" bigint,
	"act_id" text NOT NULL,
	CONSTRAINT "survey_responses_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"shop_id" text NOT NULL,
	"response_id" text NOT NULL,
	"question_id" text NOT NULL,
	"kind" text NOT NULL,
	"value_number" bigint,
	"value_choices" text,
	"value_text" text,
	"scale_min" bigint,
	"scale_max" bigint,
	CONSTRAINT "survey_answers_shop_id_response_id_question_id_pk" PRIMARY KEY("shop_id","response_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD CONSTRAINT "survey_invitations_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surveys_running" ON "surveys" USING btree ("state","shop_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "survey_waves_to_draw" ON "survey_waves" USING btree ("shop_id","opens_at") WHERE drawn_to is not null;--> statement-breakpoint
CREATE INDEX "survey_waves_by_time" ON "survey_waves" USING btree ("shop_id","survey_id","opens_at","key");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_invitations_once" ON "survey_invitations" USING btree ("shop_id","survey_id","wave","shopper_id");--> statement-breakpoint
CREATE INDEX "survey_invitations_of_shopper" ON "survey_invitations" USING btree ("shop_id","shopper_id","drawn_at");--> statement-breakpoint
CREATE INDEX "survey_invitations_to_mail" ON "survey_invitations" USING btree ("mail_at") WHERE mail_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_responses_once" ON "survey_responses" USING btree ("shop_id","survey_id","wave","shopper_id");--> statement-breakpoint
CREATE INDEX "survey_responses_of_shopper" ON "survey_responses" USING btree ("shop_id","shopper_id","started_at");--> statement-breakpoint
CREATE INDEX "survey_responses_by_time" ON "survey_responses" USING btree ("shop_id","survey_id","saved_at","id");