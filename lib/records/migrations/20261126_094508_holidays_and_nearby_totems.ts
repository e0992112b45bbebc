import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "payload"."totems_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"totems_id" uuid
  );
  
  CREATE TABLE "payload"."bodies_local_holidays" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" varchar NOT NULL,
  	"name" varchar NOT NULL
  );
  
  ALTER TABLE "payload"."services" ADD COLUMN "hours_opens_on_holidays" boolean DEFAULT false;
  ALTER TABLE "payload"."_services_v" ADD COLUMN "version_hours_opens_on_holidays" boolean DEFAULT false;
  ALTER TABLE "payload"."offices" ADD COLUMN "hours_opens_on_holidays" boolean DEFAULT false;
  ALTER TABLE "payload"."totems" ADD COLUMN "hours_opens_on_holidays" boolean DEFAULT false;
  ALTER TABLE "payload"."totems_rels" ADD CONSTRAINT "totems_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_rels" ADD CONSTRAINT "totems_rels_totems_fk" FOREIGN KEY ("totems_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."bodies_local_holidays" ADD CONSTRAINT "bodies_local_holidays_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."bodies"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "totems_rels_order_idx" ON "payload"."totems_rels" USING btree ("order");
  CREATE INDEX "totems_rels_parent_idx" ON "payload"."totems_rels" USING btree ("parent_id");
  CREATE INDEX "totems_rels_path_idx" ON "payload"."totems_rels" USING btree ("path");
  CREATE INDEX "totems_rels_totems_id_idx" ON "payload"."totems_rels" USING btree ("totems_id");
  CREATE INDEX "bodies_local_holidays_order_idx" ON "payload"."bodies_local_holidays" USING btree ("_order");
  CREATE INDEX "bodies_local_holidays_parent_id_idx" ON "payload"."bodies_local_holidays" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "payload"."totems_rels" CASCADE;
  DROP TABLE "payload"."bodies_local_holidays" CASCADE;
  ALTER TABLE "payload"."services" DROP COLUMN "hours_opens_on_holidays";
  ALTER TABLE "payload"."_services_v" DROP COLUMN "version_hours_opens_on_holidays";
  ALTER TABLE "payload"."offices" DROP COLUMN "hours_opens_on_holidays";
  ALTER TABLE "payload"."totems" DROP COLUMN "hours_opens_on_holidays";`)
}
