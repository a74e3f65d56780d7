ALTER TABLE "shops" ADD COLUMN "privacy_settings" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "privacy_settings_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "closed_at" bigint;