ALTER TABLE `activities` ADD `promise` text;--> statement-breakpoint
ALTER TABLE `survey_invitations` ADD `period` text;