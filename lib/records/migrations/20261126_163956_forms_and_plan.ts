import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "payload"."enum_forms_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__forms_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__forms_v_published_locale" AS ENUM('it', 'en');
  CREATE TABLE "payload"."forms_entries" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"explanation" varchar,
  	"example" varchar
  );
  
  CREATE TABLE "payload"."forms" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid,
  	"slug" varchar,
  	"service_id" uuid,
  	"source_url" varchar,
  	"reviewed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "payload"."enum_forms_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "payload"."forms_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."_forms_v_version_entries" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"explanation" varchar,
  	"example" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_forms_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_body_id" uuid,
  	"version_slug" varchar,
  	"version_service_id" uuid,
  	"version_source_url" varchar,
  	"version_reviewed_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "payload"."enum__forms_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "payload"."enum__forms_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "payload"."_forms_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  DROP INDEX "payload"."body_slug_1_idx";
  DROP INDEX "payload"."body_slug_2_idx";
  ALTER TABLE "payload"."offices" ADD COLUMN "latitude" numeric;
  ALTER TABLE "payload"."offices" ADD COLUMN "longitude" numeric;
  ALTER TABLE "payload"."totems" ADD COLUMN "latitude" numeric;
  ALTER TABLE "payload"."totems" ADD COLUMN "longitude" numeric;
  ALTER TABLE "payload"."totems" ADD COLUMN "has_printer" boolean DEFAULT false;
  ALTER TABLE "payload"."forms_entries" ADD CONSTRAINT "forms_entries_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."forms" ADD CONSTRAINT "forms_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."forms" ADD CONSTRAINT "forms_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."forms_locales" ADD CONSTRAINT "forms_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_forms_v_version_entries" ADD CONSTRAINT "_forms_v_version_entries_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_forms_v" ADD CONSTRAINT "_forms_v_parent_id_forms_id_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."forms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_forms_v" ADD CONSTRAINT "_forms_v_version_body_id_bodies_id_fk" FOREIGN KEY ("version_body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_forms_v" ADD CONSTRAINT "_forms_v_version_service_id_services_id_fk" FOREIGN KEY ("version_service_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_forms_v_locales" ADD CONSTRAINT "_forms_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "forms_entries_order_idx" ON "payload"."forms_entries" USING btree ("_order");
  CREATE INDEX "forms_entries_parent_id_idx" ON "payload"."forms_entries" USING btree ("_parent_id");
  CREATE INDEX "forms_entries_locale_idx" ON "payload"."forms_entries" USING btree ("_locale");
  CREATE INDEX "forms_body_idx" ON "payload"."forms" USING btree ("body_id");
  CREATE INDEX "forms_slug_idx" ON "payload"."forms" USING btree ("slug");
  CREATE INDEX "forms_service_idx" ON "payload"."forms" USING btree ("service_id");
  CREATE INDEX "forms_updated_at_idx" ON "payload"."forms" USING btree ("updated_at");
  CREATE INDEX "forms_created_at_idx" ON "payload"."forms" USING btree ("created_at");
  CREATE INDEX "forms__status_idx" ON "payload"."forms" USING btree ("_status");
  CREATE UNIQUE INDEX "body_slug_1_idx" ON "payload"."forms" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "forms_locales_locale_parent_id_unique" ON "payload"."forms_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_forms_v_version_entries_order_idx" ON "payload"."_forms_v_version_entries" USING btree ("_order");
  CREATE INDEX "_forms_v_version_entries_parent_id_idx" ON "payload"."_forms_v_version_entries" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_entries_locale_idx" ON "payload"."_forms_v_version_entries" USING btree ("_locale");
  CREATE INDEX "_forms_v_parent_idx" ON "payload"."_forms_v" USING btree ("parent_id");
  CREATE INDEX "_forms_v_version_version_body_idx" ON "payload"."_forms_v" USING btree ("version_body_id");
  CREATE INDEX "_forms_v_version_version_slug_idx" ON "payload"."_forms_v" USING btree ("version_slug");
  CREATE INDEX "_forms_v_version_version_service_idx" ON "payload"."_forms_v" USING btree ("version_service_id");
  CREATE INDEX "_forms_v_version_version_updated_at_idx" ON "payload"."_forms_v" USING btree ("version_updated_at");
  CREATE INDEX "_forms_v_version_version_created_at_idx" ON "payload"."_forms_v" USING btree ("version_created_at");
  CREATE INDEX "_forms_v_version_version__status_idx" ON "payload"."_forms_v" USING btree ("version__status");
  CREATE INDEX "_forms_v_created_at_idx" ON "payload"."_forms_v" USING btree ("created_at");
  CREATE INDEX "_forms_v_updated_at_idx" ON "payload"."_forms_v" USING btree ("updated_at");
  CREATE INDEX "_forms_v_snapshot_idx" ON "payload"."_forms_v" USING btree ("snapshot");
  CREATE INDEX "_forms_v_published_locale_idx" ON "payload"."_forms_v" USING btree ("published_locale");
  CREATE INDEX "_forms_v_latest_idx" ON "payload"."_forms_v" USING btree ("latest");
  CREATE INDEX "version_body_version_slug_1_idx" ON "payload"."_forms_v" USING btree ("version_body_id","version_slug");
  CREATE UNIQUE INDEX "_forms_v_locales_locale_parent_id_unique" ON "payload"."_forms_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "body_slug_2_idx" ON "payload"."topics" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "body_slug_3_idx" ON "payload"."offices" USING btree ("body_id","slug");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."forms_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."forms" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."forms_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_forms_v_version_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_forms_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_forms_v_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payload"."forms_entries" CASCADE;
  DROP TABLE "payload"."forms" CASCADE;
  DROP TABLE "payload"."forms_locales" CASCADE;
  DROP TABLE "payload"."_forms_v_version_entries" CASCADE;
  DROP TABLE "payload"."_forms_v" CASCADE;
  DROP TABLE "payload"."_forms_v_locales" CASCADE;
  DROP INDEX "payload"."body_slug_2_idx";
  DROP INDEX "payload"."body_slug_3_idx";
  CREATE UNIQUE INDEX "body_slug_1_idx" ON "payload"."topics" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "body_slug_2_idx" ON "payload"."offices" USING btree ("body_id","slug");
  ALTER TABLE "payload"."offices" DROP COLUMN "latitude";
  ALTER TABLE "payload"."offices" DROP COLUMN "longitude";
  ALTER TABLE "payload"."totems" DROP COLUMN "latitude";
  ALTER TABLE "payload"."totems" DROP COLUMN "longitude";
  ALTER TABLE "payload"."totems" DROP COLUMN "has_printer";
  DROP TYPE "payload"."enum_forms_status";
  DROP TYPE "payload"."enum__forms_v_version_status";
  DROP TYPE "payload"."enum__forms_v_published_locale";`)
}
