CREATE TABLE "consents" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"source" text NOT NULL,
	"wording_id" text,
	"locale" text,
	"address_digest" text,
	"ends_at" bigint,
	"evidence" text,
	CONSTRAINT "consents_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"shop_id" text NOT NULL,
	"address_digest" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "suppressions_shop_id_address_digest_reason_pk" PRIMARY KEY("shop_id","address_digest","reason")
);
--> statement-breakpoint
CREATE TABLE "address_keys" (
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "address_keys_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
CREATE TABLE "consent_wordings" (
	"shop_id" text NOT NULL,
	"document" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "consent_wordings_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_keys" ADD CONSTRAINT "address_keys_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_wordings" ADD CONSTRAINT "consent_wordings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_by_shopper" ON "consents" USING btree ("shop_id","shopper_id","at");--> statement-breakpoint
CREATE INDEX "consents_by_address" ON "consents" USING btree ("shop_id","address_digest");
--> statement-breakpoint
-- Subscriptions without words that were agreed to: they allow no mail (E25).
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_newsletter_' || id, id, 'marketing', 'email', 'given', created_at, '{"kind":"shopper","name":null}', 'migrated'
FROM shoppers WHERE newsletter AND erased_at IS NULL AND merged_into IS NULL;
--> statement-breakpoint
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT r.shop_id, 'cn_' || r.kind || '_' || r.shopper_id, r.shopper_id, 'reviews', 'email', 'withdrawn', r.at, '{"kind":"shopper","name":null}', 'migrated'
FROM contact_refusals r WHERE r.kind = 'reviewRequest';
