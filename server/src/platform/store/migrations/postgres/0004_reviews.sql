CREATE TABLE "review_offers" (
	"shop_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"product_id" text NOT NULL,
	"offer" text NOT NULL,
	"shown_at" bigint NOT NULL,
	CONSTRAINT "review_offers_shop_id_shopper_id_product_id_pk" PRIMARY KEY("shop_id","shopper_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "review_photos" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"shopper_id" text,
	"review_id" text,
	"position" bigint NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"likeness" text NOT NULL,
	"band0" text NOT NULL,
	"band1" text NOT NULL,
	"band2" text NOT NULL,
	"band3" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "review_photos_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_reports" (
	"shop_id" text NOT NULL,
	"review_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"at" bigint NOT NULL,
	CONSTRAINT "review_reports_shop_id_review_id_shopper_id_pk" PRIMARY KEY("shop_id","review_id","shopper_id")
);
--> statement-breakpoint
CREATE TABLE "review_stats" (
	"shop_id" text NOT NULL,
	"product_id" text NOT NULL,
	"all1" bigint NOT NULL,
	"all2" bigint NOT NULL,
	"all3" bigint NOT NULL,
	"all4" bigint NOT NULL,
	"all5" bigint NOT NULL,
	"offered1" bigint NOT NULL,
	"offered2" bigint NOT NULL,
	"offered3" bigint NOT NULL,
	"offered4" bigint NOT NULL,
	"offered5" bigint NOT NULL,
	"imported1" bigint NOT NULL,
	"imported2" bigint NOT NULL,
	"imported3" bigint NOT NULL,
	"imported4" bigint NOT NULL,
	"imported5" bigint NOT NULL,
	"withheld1" bigint NOT NULL,
	"withheld2" bigint NOT NULL,
	"withheld3" bigint NOT NULL,
	"withheld4" bigint NOT NULL,
	"withheld5" bigint NOT NULL,
	"verified" bigint NOT NULL,
	"with_photos" bigint NOT NULL,
	CONSTRAINT "review_stats_shop_id_product_id_pk" PRIMARY KEY("shop_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "review_votes" (
	"shop_id" text NOT NULL,
	"review_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "review_votes_shop_id_review_id_shopper_id_pk" PRIMARY KEY("shop_id","review_id","shopper_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"shopper_id" text,
	"order_id" text,
	"rating" bigint NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"language" text,
	"name" text NOT NULL,
	"attributes" text NOT NULL,
	"folded" text NOT NULL,
	"text_digest" text NOT NULL,
	"state" text NOT NULL,
	"waiting_since" bigint,
	"signals" text NOT NULL,
	"offer" text,
	"insider" boolean NOT NULL,
	"imported_from" text,
	"photos" bigint DEFAULT 0 NOT NULL,
	"helpful" bigint DEFAULT 0 NOT NULL,
	"reports" bigint DEFAULT 0 NOT NULL,
	"reply" text,
	"decisions" text NOT NULL,
	"reason" text,
	"history" text NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"removed_at" bigint,
	"version" bigint NOT NULL,
	CONSTRAINT "reviews_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "reviews_have_stars" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "arrived_at" bigint;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "review_settings" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "review_settings_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_shop_id_shopper_id_shoppers_shop_id_id_fk" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "public"."shoppers"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_photos_by_review" ON "review_photos" USING btree ("shop_id","review_id","position");--> statement-breakpoint
CREATE INDEX "review_photos_band0" ON "review_photos" USING btree ("shop_id","band0");--> statement-breakpoint
CREATE INDEX "review_photos_band1" ON "review_photos" USING btree ("shop_id","band1");--> statement-breakpoint
CREATE INDEX "review_photos_band2" ON "review_photos" USING btree ("shop_id","band2");--> statement-breakpoint
CREATE INDEX "review_photos_band3" ON "review_photos" USING btree ("shop_id","band3");--> statement-breakpoint
CREATE INDEX "review_photos_waiting" ON "review_photos" USING btree ("created_at") WHERE review_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_by_author" ON "reviews" USING btree ("shop_id","shopper_id","product_id");--> statement-breakpoint
CREATE INDEX "reviews_newest" ON "reviews" USING btree ("shop_id","product_id","created_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "reviews_helpful" ON "reviews" USING btree ("shop_id","product_id","helpful","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "reviews_by_rating" ON "reviews" USING btree ("shop_id","product_id","rating","created_at","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "reviews_with_photos" ON "reviews" USING btree ("shop_id","product_id","created_at","id") WHERE state = 'published' and photos > 0;--> statement-breakpoint
CREATE INDEX "reviews_not_shown" ON "reviews" USING btree ("shop_id","state","created_at","id") WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("shop_id","waiting_since","id") WHERE waiting_since is not null;--> statement-breakpoint
CREATE INDEX "reviews_by_text" ON "reviews" USING btree ("shop_id","text_digest");--> statement-breakpoint
CREATE INDEX "orders_arrived" ON "orders" USING btree ("shop_id","shopper_id","arrived_at") WHERE arrived_at is not null;
--> statement-breakpoint
CREATE TRIGGER reviews_offer_never_changed BEFORE UPDATE ON reviews FOR EACH ROW WHEN (NEW.offer IS DISTINCT FROM OLD.offer) EXECUTE FUNCTION okaeri_refuse_change();
--> statement-breakpoint
CREATE TRIGGER review_offers_never_updated BEFORE UPDATE ON review_offers FOR EACH ROW EXECUTE FUNCTION okaeri_refuse_change();
