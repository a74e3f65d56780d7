CREATE TABLE "sightings" (
	"shop_id" text NOT NULL,
	"origin" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "sightings_shop_id_origin_pk" PRIMARY KEY("shop_id","origin")
);
