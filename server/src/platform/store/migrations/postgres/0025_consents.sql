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
CREATE TABLE "touches" (
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"class" text NOT NULL,
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"priority" bigint NOT NULL,
	"arm" text NOT NULL,
	"planned_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"ask_at" bigint NOT NULL,
	"wait_reason" text,
	"decision" text,
	"reason" text,
	"decided_at" bigint,
	"failed_at" bigint,
	"bounced_at" bigint,
	"complained_at" bigint,
	"dismissed_at" bigint,
	"unsubscribed_at" bigint,
	CONSTRAINT "touches_shop_id_key_pk" PRIMARY KEY("shop_id","key")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_keys" ADD CONSTRAINT "address_keys_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_wordings" ADD CONSTRAINT "consent_wordings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_by_shopper" ON "consents" USING btree ("shop_id","shopper_id","at");--> statement-breakpoint
CREATE INDEX "consents_by_address" ON "consents" USING btree ("shop_id","address_digest");--> statement-breakpoint
CREATE UNIQUE INDEX "touches_by_id" ON "touches" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "touches_by_shopper" ON "touches" USING btree ("shop_id","shopper_id","planned_at");--> statement-breakpoint
CREATE INDEX "touches_counted" ON "touches" USING btree ("shop_id","shopper_id","decided_at") WHERE decision in ('sent', 'shown') and class <> 'service';--> statement-breakpoint
CREATE INDEX "touches_planned" ON "touches" USING btree ("shop_id","shopper_id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "touches_by_time" ON "touches" USING btree ("shop_id","planned_at","id");
--> statement-breakpoint
-- Subscriptions without words that were agreed to: they allow no mail (E25).
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_newsletter_' || id, id, 'marketing', 'email', 'given', created_at, '{"kind":"shopper","name":null}', 'migrated'
FROM shoppers WHERE newsletter AND erased_at IS NULL AND merged_into IS NULL;
--> statement-breakpoint
INSERT INTO consents (shop_id, id, shopper_id, purpose, channel, state, at, "by", source)
SELECT shop_id, 'cn_' || kind || '_' || shopper_id, shopper_id, 'reviews', 'email', 'withdrawn', at, '{"kind":"shopper","name":null}', 'migrated'
FROM contact_refusals WHERE kind = 'reviewRequest';
--> statement-breakpoint
INSERT INTO touches (shop_id, key, id, shopper_id, kind, class, channel, subject, priority, arm, planned_at, due_at, valid_until, ask_at, decision, decided_at, dismissed_at)
SELECT shop_id, 'migrated:' || shopper_id || ':' || kind || ':' || channel || ':' || subject, 'to_migrated:' || shopper_id || ':' || kind || ':' || channel || ':' || subject,
  shopper_id, kind, CASE WHEN kind = 'nextStep' THEN 'marketing' ELSE 'relationship' END, channel, subject, CASE WHEN kind = 'nextStep' THEN 20 ELSE 50 END,
  'treated', at, at, at, at, CASE WHEN channel = 'email' THEN 'sent' ELSE 'shown' END, at, dismissed_at
FROM contacts;
--> statement-breakpoint
-- A touch is decided once, and of what came later each thing is set once.
CREATE FUNCTION okaeri_touch_stands() RETURNS trigger AS $$
BEGIN
  IF (OLD.decision IS NOT NULL AND (NEW.decision, NEW.reason, NEW.decided_at) IS DISTINCT FROM (OLD.decision, OLD.reason, OLD.decided_at))
    OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS DISTINCT FROM OLD.failed_at) OR (OLD.dismissed_at IS NOT NULL AND NEW.dismissed_at IS DISTINCT FROM OLD.dismissed_at)
    OR (OLD.bounced_at IS NOT NULL AND NEW.bounced_at IS DISTINCT FROM OLD.bounced_at) OR (OLD.complained_at IS NOT NULL AND NEW.complained_at IS DISTINCT FROM OLD.complained_at)
    OR (OLD.unsubscribed_at IS NOT NULL AND NEW.unsubscribed_at IS DISTINCT FROM OLD.unsubscribed_at) THEN
    RAISE EXCEPTION 'a touch is decided once';
  END IF;
  RETURN NEW;
END $$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER touches_stand BEFORE UPDATE ON touches FOR EACH ROW EXECUTE FUNCTION okaeri_touch_stands();
