CREATE TABLE "program_notes" (
	"shop_id" text NOT NULL,
	"version" bigint NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "program_notes_shop_id_version_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
CREATE TABLE "program_schedules" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"publish_at" bigint NOT NULL,
	"author" text,
	"note" text,
	"scheduled_at" bigint NOT NULL,
	"draft_revision" bigint NOT NULL,
	"refused_code" text
);
--> statement-breakpoint
ALTER TABLE "program_versions" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "program_versions" ADD COLUMN "scheduled_at" bigint;--> statement-breakpoint
ALTER TABLE "program_drafts" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "program_notes" ADD CONSTRAINT "program_notes_shop_id_version_program_versions_shop_id_version_fk" FOREIGN KEY ("shop_id","version") REFERENCES "public"."program_versions"("shop_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_schedules" ADD CONSTRAINT "program_schedules_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;