DROP INDEX "survey_invitations_to_mail";--> statement-breakpoint
CREATE INDEX "survey_invitations_by_mail" ON "survey_invitations" USING btree ("shop_id","mail_at") WHERE mail_at is not null;