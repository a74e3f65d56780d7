CREATE TABLE `connections` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`address` text NOT NULL,
	`sealed` text NOT NULL,
	`money` text NOT NULL,
	`state` text NOT NULL,
	`swept_to` integer NOT NULL,
	`sweep_at` integer,
	`sweep_note` text,
	`connected_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`platform` text NOT NULL,
	`topic` text NOT NULL,
	`subject` text,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`received_at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `inbox_by_state` ON `inbox` (`shop_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `inbox_settled` ON `inbox` (`settled_at`);--> statement-breakpoint
CREATE TABLE `platform_customers` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `platform_orders` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`told_at` integer NOT NULL,
	`rank` integer NOT NULL,
	`digest` text NOT NULL,
	`listed` text NOT NULL,
	`told` text NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `privacy_requests` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text,
	`document` text,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`message_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`answer` text NOT NULL,
	`next_at` integer,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_attempts_by_message` ON `webhook_attempts` (`shop_id`,`endpoint_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `webhook_attempts_by_age` ON `webhook_attempts` (`at`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`url` text NOT NULL,
	`label` text NOT NULL,
	`types` text,
	`sealed` text NOT NULL,
	`state` text NOT NULL,
	`disabled_by` text,
	`failing_since` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webhook_messages` (
	`shop_id` text NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_messages_by_age` ON `webhook_messages` (`created_at`);