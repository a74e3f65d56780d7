CREATE TABLE "connections" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"address" text NOT NULL,
	"sealed" text NOT NULL,
	"money" text NOT NULL,
	"state" text NOT NULL,
	"swept_to" bigint NOT NULL,
	"sweep_at" bigint,
	"sweep_note" text,
	"connected_at" bigint NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"platform" text NOT NULL,
	"topic" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"received_at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "inbox_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_customers" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"told_at" bigint NOT NULL,
	CONSTRAINT "platform_customers_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_orders" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"told_at" bigint NOT NULL,
	"rank" bigint NOT NULL,
	"digest" text NOT NULL,
	"listed" text NOT NULL,
	"told" text NOT NULL,
	CONSTRAINT "platform_orders_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"document" text,
	"received_at" bigint NOT NULL,
	CONSTRAINT "privacy_requests_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"message_id" text NOT NULL,
	"attempt" bigint NOT NULL,
	"at" bigint NOT NULL,
	"duration_ms" bigint NOT NULL,
	"outcome" text NOT NULL,
	"status" bigint,
	"answer" text NOT NULL,
	"next_at" bigint,
	CONSTRAINT "webhook_attempts_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"url" text NOT NULL,
	"label" text NOT NULL,
	"types" text,
	"sealed" text NOT NULL,
	"state" text NOT NULL,
	"disabled_by" text,
	"failing_since" bigint,
	"created_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "webhook_endpoints_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_messages" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "webhook_messages_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_by_state" ON "inbox" USING btree ("shop_id","state","id");--> statement-breakpoint
CREATE INDEX "inbox_settled" ON "inbox" USING btree ("settled_at");--> statement-breakpoint
CREATE INDEX "webhook_attempts_by_message" ON "webhook_attempts" USING btree ("shop_id","endpoint_id","message_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_by_age" ON "webhook_attempts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "webhook_messages_by_age" ON "webhook_messages" USING btree ("created_at");