-- History is only ever added to; a correction is another row.
CREATE FUNCTION okaeri_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% rows never change', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER transactions_never_updated BEFORE UPDATE ON transactions FOR EACH ROW EXECUTE FUNCTION okaeri_refuse_change();
--> statement-breakpoint
CREATE TRIGGER transactions_never_deleted BEFORE DELETE ON transactions FOR EACH ROW EXECUTE FUNCTION okaeri_refuse_change();
--> statement-breakpoint
CREATE TRIGGER transactions_never_truncated BEFORE TRUNCATE ON transactions FOR EACH STATEMENT EXECUTE FUNCTION okaeri_refuse_change();
--> statement-breakpoint
CREATE TRIGGER program_versions_never_updated BEFORE UPDATE ON program_versions FOR EACH ROW EXECUTE FUNCTION okaeri_refuse_change();
--> statement-breakpoint
CREATE TRIGGER program_versions_never_deleted BEFORE DELETE ON program_versions FOR EACH ROW EXECUTE FUNCTION okaeri_refuse_change();
