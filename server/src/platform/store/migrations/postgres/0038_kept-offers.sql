ALTER TABLE "activities" ADD COLUMN "promise" text;--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD COLUMN "period" text;