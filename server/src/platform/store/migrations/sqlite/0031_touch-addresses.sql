ALTER TABLE `touches` ADD `address_digest` text;
--> statement-breakpoint
DROP TRIGGER touches_stand;
--> statement-breakpoint
-- A touch is decided once, of what came later each thing is set once, and nothing else of it changes but whose it is.
CREATE TRIGGER touches_stand BEFORE UPDATE ON touches
WHEN (OLD.decision IS NOT NULL AND (NEW.decision IS NOT OLD.decision OR NEW.reason IS NOT OLD.reason OR NEW.decided_at IS NOT OLD.decided_at OR NEW.consent_id IS NOT OLD.consent_id OR NEW.address_digest IS NOT OLD.address_digest))
  OR NEW.kind IS NOT OLD.kind OR NEW.class IS NOT OLD.class OR NEW.channel IS NOT OLD.channel OR NEW.subject IS NOT OLD.subject OR NEW.arm IS NOT OLD.arm OR NEW.planned_at IS NOT OLD.planned_at
  OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS NOT OLD.failed_at) OR (OLD.dismissed_at IS NOT NULL AND NEW.dismissed_at IS NOT OLD.dismissed_at)
  OR (OLD.bounced_at IS NOT NULL AND NEW.bounced_at IS NOT OLD.bounced_at) OR (OLD.complained_at IS NOT NULL AND NEW.complained_at IS NOT OLD.complained_at)
  OR (OLD.clicked_at IS NOT NULL AND NEW.clicked_at IS NOT OLD.clicked_at) OR (OLD.unsubscribed_at IS NOT NULL AND NEW.unsubscribed_at IS NOT OLD.unsubscribed_at)
BEGIN SELECT RAISE(ABORT, 'a touch is decided once'); END;
