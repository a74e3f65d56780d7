CREATE TABLE "address_codes" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"digest" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"sent" bigint NOT NULL,
	"window_at" bigint NOT NULL,
	CONSTRAINT "address_codes_shop_id_shopper_id_pk" PRIMARY KEY("shop_id","shopper_id")
);
--> statement-breakpoint
CREATE TABLE "contact_refusals" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_refusals_shop_id_shopper_id_kind_pk" PRIMARY KEY("shop_id","shopper_id","kind")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"at" bigint NOT NULL,
	"dismissed_at" bigint,
	CONSTRAINT "contacts_shop_id_shopper_id_kind_channel_subject_pk" PRIMARY KEY("shop_id","shopper_id","kind","channel","subject")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"payload" text NOT NULL,
	"due_at" bigint,
	"attempts" bigint NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "outbox_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "contact_settings" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "contact_settings_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_by_time" ON "contacts" USING btree ("shop_id","shopper_id","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_settled" ON "outbox" USING btree ("settled_at");