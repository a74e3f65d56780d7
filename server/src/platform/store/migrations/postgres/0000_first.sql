CREATE TABLE "awards" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"program_version" bigint NOT NULL,
	"posted" bigint NOT NULL,
	"forgiven" bigint NOT NULL,
	"lot_points" bigint NOT NULL,
	"matured" boolean NOT NULL,
	"mature_at" bigint NOT NULL,
	"expire_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"line_ids" text NOT NULL,
	"borrowed" text NOT NULL,
	CONSTRAINT "awards_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "awards_lot_not_negative" CHECK (lot_points >= 0),
	CONSTRAINT "awards_forgiven_not_negative" CHECK (forgiven >= 0)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"shop_id" text NOT NULL,
	"principal" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_digest" text NOT NULL,
	"status" bigint NOT NULL,
	"answer" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_shop_id_principal_route_key_pk" PRIMARY KEY("shop_id","principal","route","key")
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	"sealed" text,
	"label" text NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "keys_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text,
	"updated_at" bigint NOT NULL,
	"currency" text NOT NULL,
	"to_shop_rate" text,
	"program_version" bigint NOT NULL,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "orders_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "program_drafts" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"revision" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "program_versions" (
	"shop_id" text NOT NULL,
	"version" bigint NOT NULL,
	"document" text NOT NULL,
	"published_at" bigint NOT NULL,
	CONSTRAINT "program_versions_shop_id_version_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"reward_id" text NOT NULL,
	"program_version" bigint NOT NULL,
	"state" text NOT NULL,
	"points" bigint NOT NULL,
	"allocations" text NOT NULL,
	"value_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"code" text NOT NULL,
	"code_digest" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expire_at" bigint NOT NULL,
	"ended_at" bigint,
	"order_id" text,
	"version" bigint NOT NULL,
	CONSTRAINT "redemptions_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "redemptions_cost_something" CHECK (points > 0)
);
--> statement-breakpoint
CREATE TABLE "shoppers" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"external_id" text,
	"email" text,
	"email_key" text,
	"name" text,
	"locale" text,
	"status" text NOT NULL,
	"enrolled_at" bigint,
	"tokens_not_before" bigint NOT NULL,
	"pending" bigint NOT NULL,
	"available" bigint NOT NULL,
	"held" bigint NOT NULL,
	"lifetime" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"chain_head" text NOT NULL,
	"next_change_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "shoppers_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "shoppers_pending_not_negative" CHECK (pending >= 0),
	CONSTRAINT "shoppers_held_not_negative" CHECK (held >= 0)
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"public_key" text NOT NULL,
	"origins" text NOT NULL,
	"sandbox" boolean NOT NULL,
	"clock_offset_ms" bigint NOT NULL,
	"program_version" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "shops_public_key_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"kind" text NOT NULL,
	"award_id" text,
	"redemption_id" text,
	"pending" bigint NOT NULL,
	"available" bigint NOT NULL,
	"held" bigint NOT NULL,
	"issued" bigint NOT NULL,
	"redeemed" bigint NOT NULL,
	"expired" bigint NOT NULL,
	"adjusted" bigint NOT NULL,
	"effective_at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"lots" text NOT NULL,
	"receipt" text,
	"previous_hash" text NOT NULL,
	CONSTRAINT "transactions_shop_id_shopper_id_sequence_pk" PRIMARY KEY("shop_id","shopper_id","sequence"),
	CONSTRAINT "transactions_sum_to_zero" CHECK (pending + available + held + issued + redeemed + expired + adjusted = 0)
);
--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_drafts" ADD CONSTRAINT "program_drafts_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_versions" ADD CONSTRAINT "program_versions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "awards_by_source" ON "awards" USING btree ("shop_id","source_kind","source_id","shopper_id");--> statement-breakpoint
CREATE INDEX "awards_with_points" ON "awards" USING btree ("shop_id","shopper_id","matured","due_at") WHERE lot_points > 0;--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "keys_by_shop" ON "keys" USING btree ("shop_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_by_code" ON "redemptions" USING btree ("shop_id","code_digest");--> statement-breakpoint
CREATE INDEX "redemptions_by_shopper" ON "redemptions" USING btree ("shop_id","shopper_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "shoppers_by_external_id" ON "shoppers" USING btree ("shop_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shoppers_by_email" ON "shoppers" USING btree ("shop_id","email_key");--> statement-breakpoint
CREATE INDEX "shoppers_due" ON "shoppers" USING btree ("next_change_at") WHERE next_change_at < 8640000000000000;