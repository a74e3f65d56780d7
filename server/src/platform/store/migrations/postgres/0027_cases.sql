CREATE TABLE "cases" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"order_key" text NOT NULL,
	"state" text NOT NULL,
	"severity" text NOT NULL,
	"reason" text NOT NULL,
	"title" text,
	"owner_id" text,
	"opened_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"waiting_since" bigint,
	"overdue_at" bigint,
	"first_reply_at" bigint,
	"first_reply_ms" bigint,
	"resolved_at" bigint,
	"resolved_ms" bigint,
	"follow_up_at" bigint,
	"solved" text,
	"closed_at" bigint,
	"outcome" text,
	"reopened" bigint NOT NULL,
	"points_given" bigint NOT NULL,
	"entries" bigint NOT NULL,
	"next_at" bigint,
	CONSTRAINT "cases_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_entries" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"case_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"data" text NOT NULL,
	"source" text,
	CONSTRAINT "case_entries_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_settings" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "points_given_at" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_shop_id_case_id_cases_shop_id_id_fk" FOREIGN KEY ("shop_id","case_id") REFERENCES "public"."cases"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_settings" ADD CONSTRAINT "case_settings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open" ON "cases" USING btree ("shop_id","shopper_id","order_key") WHERE state in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX "cases_by_shopper" ON "cases" USING btree ("shop_id","shopper_id","opened_at");--> statement-breakpoint
CREATE INDEX "cases_by_due" ON "cases" USING btree ("shop_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_time" ON "cases" USING btree ("shop_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_owner" ON "cases" USING btree ("shop_id","owner_id") WHERE state in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX "cases_next" ON "cases" USING btree ("shop_id","next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "case_entries_by_case" ON "case_entries" USING btree ("shop_id","case_id","id");--> statement-breakpoint
CREATE INDEX "case_entries_by_source" ON "case_entries" USING btree ("shop_id","source") WHERE source is not null;
--> statement-breakpoint
-- What happened to a case stays; of what is there only words and names go, and two cases become one.
CREATE FUNCTION okaeri_case_entry_stands() RETURNS trigger AS $$
BEGIN
  IF (NEW.at, NEW.kind) IS DISTINCT FROM (OLD.at, OLD.kind) OR (NEW.note IS NOT NULL AND NEW.note IS DISTINCT FROM OLD.note)
    OR (NEW.note IS NOT NULL AND (NEW."by", NEW.data) IS DISTINCT FROM (OLD."by", OLD.data)) THEN
    RAISE EXCEPTION 'what happened to a case stays';
  END IF;
  RETURN NEW;
END $$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER case_entries_stand BEFORE UPDATE ON case_entries FOR EACH ROW EXECUTE FUNCTION okaeri_case_entry_stands();
--> statement-breakpoint
CREATE FUNCTION okaeri_case_entry_stays() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'what happened to a case stays'; END $$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER case_entries_never_deleted BEFORE DELETE ON case_entries FOR EACH ROW EXECUTE FUNCTION okaeri_case_entry_stays();
