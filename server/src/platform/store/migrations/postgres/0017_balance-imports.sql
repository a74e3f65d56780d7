CREATE TABLE "balance_imports" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"source" text NOT NULL,
	"rows" bigint NOT NULL,
	"imported" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"points" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"undone_at" bigint,
	CONSTRAINT "balance_imports_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
