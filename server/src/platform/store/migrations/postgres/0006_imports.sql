CREATE TABLE "review_imports" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"source" text NOT NULL,
	"rows" bigint NOT NULL,
	"imported" bigint NOT NULL,
	"waiting" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"photos" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"undone_at" bigint,
	CONSTRAINT "review_imports_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "import_id" text;--> statement-breakpoint
CREATE INDEX "reviews_by_import" ON "reviews" USING btree ("shop_id","import_id") WHERE import_id is not null;