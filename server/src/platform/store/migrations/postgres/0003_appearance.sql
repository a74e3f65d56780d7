ALTER TABLE "shops" ADD COLUMN "appearance" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "appearance_version" bigint DEFAULT 0 NOT NULL;