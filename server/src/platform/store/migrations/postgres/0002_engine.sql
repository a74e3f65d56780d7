CREATE TABLE "activities" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"amount_minor" bigint,
	"currency" text,
	"program_version" bigint NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"removed_at" bigint,
	"channel" text,
	"market" text,
	"context" text NOT NULL,
	CONSTRAINT "activities_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "adjustments" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"points" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"counts_for_lifetime" boolean NOT NULL,
	"batch_id" text,
	"undone_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "adjustments_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"badge_id" text NOT NULL,
	"won_at" bigint NOT NULL,
	CONSTRAINT "badges_shop_id_shopper_id_badge_id_pk" PRIMARY KEY("shop_id","shopper_id","badge_id")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"shop_id" text NOT NULL,
	"gift_id" text NOT NULL,
	"order_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"drawn" bigint NOT NULL,
	"won" boolean NOT NULL,
	"drawn_at" bigint NOT NULL,
	CONSTRAINT "draws_shop_id_gift_id_order_id_pk" PRIMARY KEY("shop_id","gift_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"shop_id" text NOT NULL,
	"digest" text NOT NULL,
	"shopper_id" text NOT NULL,
	"erased_at" bigint NOT NULL,
	CONSTRAINT "erasures_shop_id_digest_pk" PRIMARY KEY("shop_id","digest")
);
--> statement-breakpoint
CREATE TABLE "pool_codes" (
	"shop_id" text NOT NULL,
	"code_digest" text NOT NULL,
	"reward_id" text NOT NULL,
	"code" text NOT NULL,
	"redemption_id" text,
	"added_at" bigint NOT NULL,
	CONSTRAINT "pool_codes_shop_id_code_digest_pk" PRIMARY KEY("shop_id","code_digest")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"referrer_id" text NOT NULL,
	"friend_id" text NOT NULL,
	"program_version" bigint NOT NULL,
	"state" text NOT NULL,
	"decisions" text NOT NULL,
	"address_digest" text,
	"created_at" bigint NOT NULL,
	"decided_at" bigint,
	"version" bigint NOT NULL,
	CONSTRAINT "referrals_shop_id_order_id_pk" PRIMARY KEY("shop_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "usages" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"subject" text NOT NULL,
	"period_at" bigint NOT NULL,
	"times" bigint NOT NULL,
	"points" bigint NOT NULL,
	CONSTRAINT "usages_shop_id_shopper_id_subject_period_at_pk" PRIMARY KEY("shop_id","shopper_id","subject","period_at")
);
--> statement-breakpoint
DROP INDEX "awards_by_source";--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "origin_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "counted_points" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "counted_spend_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "counted_orders" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "idle_days" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "limited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "grant" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "contexts" text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "caps" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "uses" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "redemptions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "birthday" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "birthday_set_at" bigint;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "joined_on" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "occasions_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "newsletter" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "personalised" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "tags" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "tastes" text DEFAULT '{"bought":{},"seen":{}}' NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "referral_code" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "origins" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "spend_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "order_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "first_order_at" bigint;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "last_order_at" bigint;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "active_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "idle_days" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "clawed_back_at" bigint;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "advocate_at" bigint;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "counted_points" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "counted_spend_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "counted_orders" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "merge" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_by_shopper" ON "activities" USING btree ("shop_id","shopper_id","id");--> statement-breakpoint
CREATE INDEX "adjustments_by_batch" ON "adjustments" USING btree ("shop_id","batch_id");--> statement-breakpoint
CREATE INDEX "adjustments_by_shopper" ON "adjustments" USING btree ("shop_id","shopper_id");--> statement-breakpoint
CREATE INDEX "pool_codes_waiting" ON "pool_codes" USING btree ("shop_id","reward_id","code_digest") WHERE redemption_id is null;--> statement-breakpoint
CREATE INDEX "referrals_by_referrer" ON "referrals" USING btree ("shop_id","referrer_id","created_at");--> statement-breakpoint
CREATE INDEX "referrals_by_friend" ON "referrals" USING btree ("shop_id","friend_id");--> statement-breakpoint
CREATE INDEX "referrals_by_address" ON "referrals" USING btree ("shop_id","address_digest","created_at");--> statement-breakpoint
CREATE INDEX "referrals_by_state" ON "referrals" USING btree ("shop_id","state","created_at");--> statement-breakpoint
CREATE INDEX "orders_by_shopper" ON "orders" USING btree ("shop_id","shopper_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "shoppers_by_referral_code" ON "shoppers" USING btree ("shop_id","referral_code");--> statement-breakpoint
CREATE INDEX "shoppers_by_birthday" ON "shoppers" USING btree ("shop_id","birthday") WHERE birthday is not null;--> statement-breakpoint
CREATE INDEX "shoppers_by_joining" ON "shoppers" USING btree ("shop_id","joined_on") WHERE joined_on is not null;--> statement-breakpoint
-- Awards of before: whom they were for, and the rule their first receipt names.
UPDATE awards SET origin_id = shopper_id, part = coalesce((SELECT "receipt"::json ->> 'rule' FROM transactions WHERE transactions.shop_id = awards.shop_id AND transactions.shopper_id = awards.shopper_id AND transactions.award_id = awards.id AND transactions.receipt IS NOT NULL ORDER BY transactions.sequence LIMIT 1), '');--> statement-breakpoint
CREATE UNIQUE INDEX "awards_by_source" ON "awards" USING btree ("shop_id","source_kind","source_id","part","origin_id");