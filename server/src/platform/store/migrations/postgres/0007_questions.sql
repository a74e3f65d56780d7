CREATE TABLE "post_reports" (
	"shop_id" text NOT NULL,
	"post_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"at" bigint NOT NULL,
	CONSTRAINT "post_reports_shop_id_post_id_shopper_id_pk" PRIMARY KEY("shop_id","post_id","shopper_id")
);
--> statement-breakpoint
CREATE TABLE "post_votes" (
	"shop_id" text NOT NULL,
	"post_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "post_votes_shop_id_post_id_shopper_id_pk" PRIMARY KEY("shop_id","post_id","shopper_id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"question_id" text,
	"shopper_id" text,
	"author" text NOT NULL,
	"rank" bigint NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"language" text,
	"text_digest" text NOT NULL,
	"state" text NOT NULL,
	"waiting_since" bigint,
	"signals" text NOT NULL,
	"decisions" text NOT NULL,
	"reason" text,
	"helpful" bigint DEFAULT 0 NOT NULL,
	"reports" bigint DEFAULT 0 NOT NULL,
	"answers" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint,
	"version" bigint NOT NULL,
	CONSTRAINT "posts_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_newest" ON "posts" USING btree ("shop_id","product_id","created_at","id") WHERE state = 'published' and question_id is null;--> statement-breakpoint
CREATE INDEX "answers_by_question" ON "posts" USING btree ("shop_id","question_id","rank","helpful","id") WHERE state = 'published' and question_id is not null;--> statement-breakpoint
CREATE INDEX "questions_unanswered" ON "posts" USING btree ("shop_id","created_at","id") WHERE state = 'published' and question_id is null and answers = 0;--> statement-breakpoint
CREATE INDEX "posts_waiting" ON "posts" USING btree ("shop_id","waiting_since","id") WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX "posts_not_shown" ON "posts" USING btree ("shop_id","state","created_at","id") WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX "posts_by_author" ON "posts" USING btree ("shop_id","shopper_id","created_at");--> statement-breakpoint
CREATE INDEX "posts_by_text" ON "posts" USING btree ("shop_id","text_digest");