CREATE TABLE "mail_days" (
	"shop_id" text NOT NULL,
	"day" bigint NOT NULL,
	"sent" bigint NOT NULL,
	"complained" bigint NOT NULL,
	CONSTRAINT "mail_days_shop_id_day_pk" PRIMARY KEY("shop_id","day")
);
--> statement-breakpoint
CREATE TABLE "marketing_pauses" (
	"shop_id" text NOT NULL,
	"paused_at" bigint,
	"resumed_at" bigint,
	"resumed_by" text,
	"sent_before" bigint NOT NULL,
	"complained_before" bigint NOT NULL,
	CONSTRAINT "marketing_pauses_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
CREATE TABLE "mail_senders" (
	"shop_id" text NOT NULL,
	"document" text NOT NULL,
	"version" bigint NOT NULL,
	"found" text,
	"checked_at" bigint,
	"proved_at" bigint,
	CONSTRAINT "mail_senders_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
CREATE TABLE "newsletter_declarations" (
	"shop_id" text NOT NULL,
	"at" bigint NOT NULL,
	"declared_by" text NOT NULL,
	"wording_id" text NOT NULL,
	"sentence" text NOT NULL,
	"after" text,
	CONSTRAINT "newsletter_declarations_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "consent_id" text;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "clicked_at" bigint;--> statement-breakpoint
ALTER TABLE "mail_days" ADD CONSTRAINT "mail_days_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marketing_pauses" ADD CONSTRAINT "marketing_pauses_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_senders" ADD CONSTRAINT "mail_senders_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_declarations" ADD CONSTRAINT "newsletter_declarations_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A touch is decided once, of what came later each thing is set once, and nothing else of it changes but whose it is.
CREATE OR REPLACE FUNCTION okaeri_touch_stands() RETURNS trigger AS $$
BEGIN
  IF (OLD.decision IS NOT NULL AND (NEW.decision, NEW.reason, NEW.decided_at, NEW.consent_id) IS DISTINCT FROM (OLD.decision, OLD.reason, OLD.decided_at, OLD.consent_id))
    OR (NEW.kind, NEW.class, NEW.channel, NEW.subject, NEW.arm, NEW.planned_at) IS DISTINCT FROM (OLD.kind, OLD.class, OLD.channel, OLD.subject, OLD.arm, OLD.planned_at)
    OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS DISTINCT FROM OLD.failed_at) OR (OLD.dismissed_at IS NOT NULL AND NEW.dismissed_at IS DISTINCT FROM OLD.dismissed_at)
    OR (OLD.bounced_at IS NOT NULL AND NEW.bounced_at IS DISTINCT FROM OLD.bounced_at) OR (OLD.complained_at IS NOT NULL AND NEW.complained_at IS DISTINCT FROM OLD.complained_at)
    OR (OLD.clicked_at IS NOT NULL AND NEW.clicked_at IS DISTINCT FROM OLD.clicked_at) OR (OLD.unsubscribed_at IS NOT NULL AND NEW.unsubscribed_at IS DISTINCT FROM OLD.unsubscribed_at) THEN
    RAISE EXCEPTION 'a touch is decided once';
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
