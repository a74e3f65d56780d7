-- History is only ever added to; a correction is another row.
CREATE TRIGGER transactions_never_updated BEFORE UPDATE ON transactions BEGIN SELECT RAISE(ABORT, 'ledger rows never change'); END;
--> statement-breakpoint
CREATE TRIGGER transactions_never_deleted BEFORE DELETE ON transactions BEGIN SELECT RAISE(ABORT, 'ledger rows never change'); END;
--> statement-breakpoint
CREATE TRIGGER program_versions_never_updated BEFORE UPDATE ON program_versions BEGIN SELECT RAISE(ABORT, 'published programmes never change'); END;
--> statement-breakpoint
CREATE TRIGGER program_versions_never_deleted BEFORE DELETE ON program_versions BEGIN SELECT RAISE(ABORT, 'published programmes never change'); END;
