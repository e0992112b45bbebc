import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "payload"."enum_notices_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__notices_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__notices_v_published_locale" AS ENUM('it', 'en');
  CREATE TABLE "payload"."services_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"services_id" uuid
  );
  
  CREATE TABLE "payload"."_services_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"services_id" uuid
  );
  
  CREATE TABLE "payload"."life_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid NOT NULL,
  	"slug" varchar NOT NULL,
  	"order" numeric DEFAULT 100 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."life_events_locales" (
  	"title" varchar NOT NULL,
  	"hint" varchar,
  	"intro" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."life_events_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"services_id" uuid
  );
  
  CREATE TABLE "payload"."notices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid,
  	"slug" varchar,
  	"is_important" boolean DEFAULT false,
  	"from" timestamp(3) with time zone,
  	"until" timestamp(3) with time zone,
  	"source_url" varchar,
  	"reviewed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "payload"."enum_notices_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "payload"."notices_locales" (
  	"title" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."_notices_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_body_id" uuid,
  	"version_slug" varchar,
  	"version_is_important" boolean DEFAULT false,
  	"version_from" timestamp(3) with time zone,
  	"version_until" timestamp(3) with time zone,
  	"version_source_url" varchar,
  	"version_reviewed_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "payload"."enum__notices_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "payload"."enum__notices_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "payload"."_notices_v_locales" (
  	"version_title" varchar,
  	"version_text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  DROP INDEX "payload"."body_slug_3_idx";
  ALTER TABLE "payload"."services_rels" ADD CONSTRAINT "services_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_rels" ADD CONSTRAINT "services_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_rels" ADD CONSTRAINT "_services_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_rels" ADD CONSTRAINT "_services_v_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."life_events" ADD CONSTRAINT "life_events_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."life_events_locales" ADD CONSTRAINT "life_events_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."life_events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."life_events_rels" ADD CONSTRAINT "life_events_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."life_events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."life_events_rels" ADD CONSTRAINT "life_events_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."notices" ADD CONSTRAINT "notices_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."notices_locales" ADD CONSTRAINT "notices_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."notices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_notices_v" ADD CONSTRAINT "_notices_v_parent_id_notices_id_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."notices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_notices_v" ADD CONSTRAINT "_notices_v_version_body_id_bodies_id_fk" FOREIGN KEY ("version_body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_notices_v_locales" ADD CONSTRAINT "_notices_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_notices_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "services_rels_order_idx" ON "payload"."services_rels" USING btree ("order");
  CREATE INDEX "services_rels_parent_idx" ON "payload"."services_rels" USING btree ("parent_id");
  CREATE INDEX "services_rels_path_idx" ON "payload"."services_rels" USING btree ("path");
  CREATE INDEX "services_rels_services_id_idx" ON "payload"."services_rels" USING btree ("services_id");
  CREATE INDEX "_services_v_rels_order_idx" ON "payload"."_services_v_rels" USING btree ("order");
  CREATE INDEX "_services_v_rels_parent_idx" ON "payload"."_services_v_rels" USING btree ("parent_id");
  CREATE INDEX "_services_v_rels_path_idx" ON "payload"."_services_v_rels" USING btree ("path");
  CREATE INDEX "_services_v_rels_services_id_idx" ON "payload"."_services_v_rels" USING btree ("services_id");
  CREATE INDEX "life_events_body_idx" ON "payload"."life_events" USING btree ("body_id");
  CREATE INDEX "life_events_slug_idx" ON "payload"."life_events" USING btree ("slug");
  CREATE INDEX "life_events_updated_at_idx" ON "payload"."life_events" USING btree ("updated_at");
  CREATE INDEX "life_events_created_at_idx" ON "payload"."life_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "body_slug_3_idx" ON "payload"."life_events" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "life_events_locales_locale_parent_id_unique" ON "payload"."life_events_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "life_events_rels_order_idx" ON "payload"."life_events_rels" USING btree ("order");
  CREATE INDEX "life_events_rels_parent_idx" ON "payload"."life_events_rels" USING btree ("parent_id");
  CREATE INDEX "life_events_rels_path_idx" ON "payload"."life_events_rels" USING btree ("path");
  CREATE INDEX "life_events_rels_services_id_idx" ON "payload"."life_events_rels" USING btree ("services_id");
  CREATE INDEX "notices_body_idx" ON "payload"."notices" USING btree ("body_id");
  CREATE INDEX "notices_slug_idx" ON "payload"."notices" USING btree ("slug");
  CREATE INDEX "notices_updated_at_idx" ON "payload"."notices" USING btree ("updated_at");
  CREATE INDEX "notices_created_at_idx" ON "payload"."notices" USING btree ("created_at");
  CREATE INDEX "notices__status_idx" ON "payload"."notices" USING btree ("_status");
  CREATE UNIQUE INDEX "body_slug_4_idx" ON "payload"."notices" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "notices_locales_locale_parent_id_unique" ON "payload"."notices_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_notices_v_parent_idx" ON "payload"."_notices_v" USING btree ("parent_id");
  CREATE INDEX "_notices_v_version_version_body_idx" ON "payload"."_notices_v" USING btree ("version_body_id");
  CREATE INDEX "_notices_v_version_version_slug_idx" ON "payload"."_notices_v" USING btree ("version_slug");
  CREATE INDEX "_notices_v_version_version_updated_at_idx" ON "payload"."_notices_v" USING btree ("version_updated_at");
  CREATE INDEX "_notices_v_version_version_created_at_idx" ON "payload"."_notices_v" USING btree ("version_created_at");
  CREATE INDEX "_notices_v_version_version__status_idx" ON "payload"."_notices_v" USING btree ("version__status");
  CREATE INDEX "_notices_v_created_at_idx" ON "payload"."_notices_v" USING btree ("created_at");
  CREATE INDEX "_notices_v_updated_at_idx" ON "payload"."_notices_v" USING btree ("updated_at");
  CREATE INDEX "_notices_v_snapshot_idx" ON "payload"."_notices_v" USING btree ("snapshot");
  CREATE INDEX "_notices_v_published_locale_idx" ON "payload"."_notices_v" USING btree ("published_locale");
  CREATE INDEX "_notices_v_latest_idx" ON "payload"."_notices_v" USING btree ("latest");
  CREATE INDEX "version_body_version_slug_2_idx" ON "payload"."_notices_v" USING btree ("version_body_id","version_slug");
  CREATE UNIQUE INDEX "_notices_v_locales_locale_parent_id_unique" ON "payload"."_notices_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "body_slug_5_idx" ON "payload"."offices" USING btree ("body_id","slug");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."services_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_services_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."life_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."life_events_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."life_events_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."notices" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."notices_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_notices_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_notices_v_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payload"."services_rels" CASCADE;
  DROP TABLE "payload"."_services_v_rels" CASCADE;
  DROP TABLE "payload"."life_events" CASCADE;
  DROP TABLE "payload"."life_events_locales" CASCADE;
  DROP TABLE "payload"."life_events_rels" CASCADE;
  DROP TABLE "payload"."notices" CASCADE;
  DROP TABLE "payload"."notices_locales" CASCADE;
  DROP TABLE "payload"."_notices_v" CASCADE;
  DROP TABLE "payload"."_notices_v_locales" CASCADE;
  DROP INDEX "payload"."body_slug_5_idx";
  CREATE UNIQUE INDEX "body_slug_3_idx" ON "payload"."offices" USING btree ("body_id","slug");
  DROP TYPE "payload"."enum_notices_status";
  DROP TYPE "payload"."enum__notices_v_version_status";
  DROP TYPE "payload"."enum__notices_v_published_locale";`)
}
