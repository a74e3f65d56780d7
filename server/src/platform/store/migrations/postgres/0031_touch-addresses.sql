ALTER TABLE "touches" ADD COLUMN "address_digest" text;
--> statement-breakpoint
-- A touch is decided once, of what came later each thing is set once, and nothing else of it changes but whose it is.
CREATE OR REPLACE FUNCTION okaeri_touch_stands() RETURNS trigger AS $$
BEGIN
  IF (OLD.decision IS NOT NULL AND (NEW.decision, NEW.reason, NEW.decided_at, NEW.consent_id, NEW.address_digest) IS DISTINCT FROM (OLD.decision, OLD.reason, OLD.decided_at, OLD.consent_id, OLD.address_digest))
    OR (NEW.kind, NEW.class, NEW.channel, NEW.subject, NEW.arm, NEW.planned_at) IS DISTINCT FROM (OLD.kind, OLD.class, OLD.channel, OLD.subject, OLD.arm, OLD.planned_at)
    OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS DISTINCT FROM OLD.failed_at) OR (OLD.dismissed_at IS NOT NULL AND NEW.dismissed_at IS DISTINCT FROM OLD.dismissed_at)
    OR (OLD.bounced_at IS NOT NULL AND NEW.bounced_at IS DISTINCT FROM OLD.bounced_at) OR (OLD.complained_at IS NOT NULL AND NEW.complained_at IS DISTINCT FROM OLD.complained_at)
    OR (OLD.clicked_at IS NOT NULL AND NEW.clicked_at IS DISTINCT FROM OLD.clicked_at) OR (OLD.unsubscribed_at IS NOT NULL AND NEW.unsubscribed_at IS DISTINCT FROM OLD.unsubscribed_at) THEN
    RAISE EXCEPTION 'a touch is decided once';
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
