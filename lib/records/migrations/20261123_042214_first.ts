import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "payload"."_locales" AS ENUM('it', 'en');
  CREATE TYPE "payload"."enum_services_hours_seasons_weekly_days" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "payload"."enum_services_hours_source" AS ENUM('office', 'own');
  CREATE TYPE "payload"."enum_services_hours_kind" AS ENUM('rules', 'always', 'unknown');
  CREATE TYPE "payload"."enum_services_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__services_v_version_hours_seasons_weekly_days" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "payload"."enum__services_v_version_hours_source" AS ENUM('office', 'own');
  CREATE TYPE "payload"."enum__services_v_version_hours_kind" AS ENUM('rules', 'always', 'unknown');
  CREATE TYPE "payload"."enum__services_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "payload"."enum__services_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "payload"."enum_offices_hours_seasons_weekly_days" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "payload"."enum_offices_hours_kind" AS ENUM('rules', 'always', 'unknown');
  CREATE TYPE "payload"."enum_totems_hours_seasons_weekly_days" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "payload"."enum_totems_hours_kind" AS ENUM('rules', 'always', 'unknown');
  CREATE TYPE "payload"."enum_operators_languages" AS ENUM('it', 'en', 'fr', 'de', 'es', 'ro', 'ar', 'uk', 'sq', 'zh');
  CREATE TYPE "payload"."enum_operators_role" AS ENUM('operator', 'supervisor', 'editor', 'technician', 'administrator');
  CREATE TABLE "payload"."services_what_to_bring" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"item" varchar
  );
  
  CREATE TABLE "payload"."services_hours_seasons_weekly_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "payload"."enum_services_hours_seasons_weekly_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "payload"."services_hours_seasons_weekly" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."services_hours_seasons" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar DEFAULT '01/01',
  	"to" varchar DEFAULT '31/12'
  );
  
  CREATE TABLE "payload"."services_hours_exceptions_intervals" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."services_hours_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar
  );
  
  CREATE TABLE "payload"."services" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid,
  	"slug" varchar,
  	"topic_id" uuid,
  	"office_id" uuid,
  	"callable" boolean DEFAULT true,
  	"order" numeric DEFAULT 100,
  	"hours_source" "payload"."enum_services_hours_source" DEFAULT 'office',
  	"hours_kind" "payload"."enum_services_hours_kind" DEFAULT 'unknown',
  	"source_url" varchar,
  	"reviewed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "payload"."enum_services_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "payload"."services_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"who_can_ask" varchar,
  	"how_to" varchar,
  	"cost" varchar,
  	"time" varchar,
  	"where" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."services_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_what_to_bring" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"item" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_hours_seasons_weekly_days" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "payload"."enum__services_v_version_hours_seasons_weekly_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "payload"."_services_v_version_hours_seasons_weekly" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"opens" varchar,
  	"closes" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_hours_seasons" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"from" varchar DEFAULT '01/01',
  	"to" varchar DEFAULT '31/12',
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_hours_exceptions_intervals" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"opens" varchar,
  	"closes" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_hours_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_body_id" uuid,
  	"version_slug" varchar,
  	"version_topic_id" uuid,
  	"version_office_id" uuid,
  	"version_callable" boolean DEFAULT true,
  	"version_order" numeric DEFAULT 100,
  	"version_hours_source" "payload"."enum__services_v_version_hours_source" DEFAULT 'office',
  	"version_hours_kind" "payload"."enum__services_v_version_hours_kind" DEFAULT 'unknown',
  	"version_source_url" varchar,
  	"version_reviewed_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "payload"."enum__services_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "payload"."enum__services_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "payload"."_services_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_who_can_ask" varchar,
  	"version_how_to" varchar,
  	"version_cost" varchar,
  	"version_time" varchar,
  	"version_where" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."_services_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "payload"."topics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid NOT NULL,
  	"slug" varchar NOT NULL,
  	"order" numeric DEFAULT 100 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."topics_locales" (
  	"title" varchar NOT NULL,
  	"hint" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."offices_hours_seasons_weekly_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "payload"."enum_offices_hours_seasons_weekly_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "payload"."offices_hours_seasons_weekly" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."offices_hours_seasons" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar DEFAULT '01/01',
  	"to" varchar DEFAULT '31/12'
  );
  
  CREATE TABLE "payload"."offices_hours_exceptions_intervals" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."offices_hours_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar
  );
  
  CREATE TABLE "payload"."offices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid NOT NULL,
  	"slug" varchar NOT NULL,
  	"short_name" varchar NOT NULL,
  	"address" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"ignores_closures" boolean DEFAULT false,
  	"hours_kind" "payload"."enum_offices_hours_kind" DEFAULT 'unknown' NOT NULL,
  	"source_url" varchar,
  	"reviewed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."offices_locales" (
  	"name" varchar NOT NULL,
  	"notes" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."totems_hours_seasons_weekly_days" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "payload"."enum_totems_hours_seasons_weekly_days",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "payload"."totems_hours_seasons_weekly" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."totems_hours_seasons" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar DEFAULT '01/01',
  	"to" varchar DEFAULT '31/12'
  );
  
  CREATE TABLE "payload"."totems_hours_exceptions_intervals" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar,
  	"closes" varchar
  );
  
  CREATE TABLE "payload"."totems_hours_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar
  );
  
  CREATE TABLE "payload"."totems" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid NOT NULL,
  	"slug" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar,
  	"in_service" boolean DEFAULT true,
  	"office_id" uuid,
  	"hours_kind" "payload"."enum_totems_hours_kind" DEFAULT 'unknown' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."totems_locales" (
  	"place_notes" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "payload"."_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "payload"."operators_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "payload"."enum_operators_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "payload"."operators_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "payload"."operators" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"body_id" uuid NOT NULL,
  	"display_name" varchar NOT NULL,
  	"role" "payload"."enum_operators_role" NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"office_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "payload"."operators_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "payload"."bodies_closures_intervals" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"opens" varchar NOT NULL,
  	"closes" varchar NOT NULL
  );
  
  CREATE TABLE "payload"."bodies_closures" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone NOT NULL,
  	"to" timestamp(3) with time zone NOT NULL,
  	"reason" varchar
  );
  
  CREATE TABLE "payload"."bodies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"phone" varchar NOT NULL,
  	"website" varchar,
  	"is_sample" boolean DEFAULT false,
  	"rules_ring_seconds" numeric DEFAULT 20 NOT NULL,
  	"rules_wrap_up_seconds" numeric DEFAULT 60 NOT NULL,
  	"rules_max_wait_seconds" numeric DEFAULT 1800 NOT NULL,
  	"rules_queue_limit" numeric DEFAULT 20 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload"."payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"services_id" uuid,
  	"topics_id" uuid,
  	"offices_id" uuid,
  	"totems_id" uuid,
  	"operators_id" uuid,
  	"bodies_id" uuid
  );
  
  CREATE TABLE "payload"."payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload"."payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"operators_id" uuid
  );
  
  CREATE TABLE "payload"."payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload"."services_what_to_bring" ADD CONSTRAINT "services_what_to_bring_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_hours_seasons_weekly_days" ADD CONSTRAINT "services_hours_seasons_weekly_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."services_hours_seasons_weekly"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_hours_seasons_weekly" ADD CONSTRAINT "services_hours_seasons_weekly_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services_hours_seasons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_hours_seasons" ADD CONSTRAINT "services_hours_seasons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_hours_exceptions_intervals" ADD CONSTRAINT "services_hours_exceptions_intervals_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_hours_exceptions" ADD CONSTRAINT "services_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services" ADD CONSTRAINT "services_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."services" ADD CONSTRAINT "services_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "payload"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."services" ADD CONSTRAINT "services_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."services_locales" ADD CONSTRAINT "services_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_texts" ADD CONSTRAINT "services_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_what_to_bring" ADD CONSTRAINT "_services_v_version_what_to_bring_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_hours_seasons_weekly_days" ADD CONSTRAINT "_services_v_version_hours_seasons_weekly_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."_services_v_version_hours_seasons_weekly"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_hours_seasons_weekly" ADD CONSTRAINT "_services_v_version_hours_seasons_weekly_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v_version_hours_seasons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_hours_seasons" ADD CONSTRAINT "_services_v_version_hours_seasons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_hours_exceptions_intervals" ADD CONSTRAINT "_services_v_version_hours_exceptions_intervals_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v_version_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_hours_exceptions" ADD CONSTRAINT "_services_v_version_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v" ADD CONSTRAINT "_services_v_parent_id_services_id_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v" ADD CONSTRAINT "_services_v_version_body_id_bodies_id_fk" FOREIGN KEY ("version_body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v" ADD CONSTRAINT "_services_v_version_topic_id_topics_id_fk" FOREIGN KEY ("version_topic_id") REFERENCES "payload"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v" ADD CONSTRAINT "_services_v_version_office_id_offices_id_fk" FOREIGN KEY ("version_office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_locales" ADD CONSTRAINT "_services_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_texts" ADD CONSTRAINT "_services_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."topics" ADD CONSTRAINT "topics_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."topics_locales" ADD CONSTRAINT "topics_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices_hours_seasons_weekly_days" ADD CONSTRAINT "offices_hours_seasons_weekly_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."offices_hours_seasons_weekly"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices_hours_seasons_weekly" ADD CONSTRAINT "offices_hours_seasons_weekly_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."offices_hours_seasons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices_hours_seasons" ADD CONSTRAINT "offices_hours_seasons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices_hours_exceptions_intervals" ADD CONSTRAINT "offices_hours_exceptions_intervals_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."offices_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices_hours_exceptions" ADD CONSTRAINT "offices_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."offices" ADD CONSTRAINT "offices_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."offices_locales" ADD CONSTRAINT "offices_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_hours_seasons_weekly_days" ADD CONSTRAINT "totems_hours_seasons_weekly_days_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."totems_hours_seasons_weekly"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_hours_seasons_weekly" ADD CONSTRAINT "totems_hours_seasons_weekly_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."totems_hours_seasons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_hours_seasons" ADD CONSTRAINT "totems_hours_seasons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_hours_exceptions_intervals" ADD CONSTRAINT "totems_hours_exceptions_intervals_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."totems_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems_hours_exceptions" ADD CONSTRAINT "totems_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."totems" ADD CONSTRAINT "totems_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."totems" ADD CONSTRAINT "totems_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."totems_locales" ADD CONSTRAINT "totems_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."operators_languages" ADD CONSTRAINT "operators_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."operators_sessions" ADD CONSTRAINT "operators_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."operators" ADD CONSTRAINT "operators_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "payload"."bodies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."operators" ADD CONSTRAINT "operators_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."operators_texts" ADD CONSTRAINT "operators_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."bodies_closures_intervals" ADD CONSTRAINT "bodies_closures_intervals_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."bodies_closures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."bodies_closures" ADD CONSTRAINT "bodies_closures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."bodies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_services_fk" FOREIGN KEY ("services_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "payload"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_offices_fk" FOREIGN KEY ("offices_id") REFERENCES "payload"."offices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_totems_fk" FOREIGN KEY ("totems_id") REFERENCES "payload"."totems"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_operators_fk" FOREIGN KEY ("operators_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bodies_fk" FOREIGN KEY ("bodies_id") REFERENCES "payload"."bodies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_operators_fk" FOREIGN KEY ("operators_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "services_what_to_bring_order_idx" ON "payload"."services_what_to_bring" USING btree ("_order");
  CREATE INDEX "services_what_to_bring_parent_id_idx" ON "payload"."services_what_to_bring" USING btree ("_parent_id");
  CREATE INDEX "services_what_to_bring_locale_idx" ON "payload"."services_what_to_bring" USING btree ("_locale");
  CREATE INDEX "services_hours_seasons_weekly_days_order_idx" ON "payload"."services_hours_seasons_weekly_days" USING btree ("order");
  CREATE INDEX "services_hours_seasons_weekly_days_parent_idx" ON "payload"."services_hours_seasons_weekly_days" USING btree ("parent_id");
  CREATE INDEX "services_hours_seasons_weekly_order_idx" ON "payload"."services_hours_seasons_weekly" USING btree ("_order");
  CREATE INDEX "services_hours_seasons_weekly_parent_id_idx" ON "payload"."services_hours_seasons_weekly" USING btree ("_parent_id");
  CREATE INDEX "services_hours_seasons_order_idx" ON "payload"."services_hours_seasons" USING btree ("_order");
  CREATE INDEX "services_hours_seasons_parent_id_idx" ON "payload"."services_hours_seasons" USING btree ("_parent_id");
  CREATE INDEX "services_hours_exceptions_intervals_order_idx" ON "payload"."services_hours_exceptions_intervals" USING btree ("_order");
  CREATE INDEX "services_hours_exceptions_intervals_parent_id_idx" ON "payload"."services_hours_exceptions_intervals" USING btree ("_parent_id");
  CREATE INDEX "services_hours_exceptions_order_idx" ON "payload"."services_hours_exceptions" USING btree ("_order");
  CREATE INDEX "services_hours_exceptions_parent_id_idx" ON "payload"."services_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "services_body_idx" ON "payload"."services" USING btree ("body_id");
  CREATE INDEX "services_slug_idx" ON "payload"."services" USING btree ("slug");
  CREATE INDEX "services_topic_idx" ON "payload"."services" USING btree ("topic_id");
  CREATE INDEX "services_office_idx" ON "payload"."services" USING btree ("office_id");
  CREATE INDEX "services_updated_at_idx" ON "payload"."services" USING btree ("updated_at");
  CREATE INDEX "services_created_at_idx" ON "payload"."services" USING btree ("created_at");
  CREATE INDEX "services__status_idx" ON "payload"."services" USING btree ("_status");
  CREATE UNIQUE INDEX "body_slug_idx" ON "payload"."services" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "services_locales_locale_parent_id_unique" ON "payload"."services_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "services_texts_order_parent" ON "payload"."services_texts" USING btree ("order","parent_id");
  CREATE INDEX "_services_v_version_what_to_bring_order_idx" ON "payload"."_services_v_version_what_to_bring" USING btree ("_order");
  CREATE INDEX "_services_v_version_what_to_bring_parent_id_idx" ON "payload"."_services_v_version_what_to_bring" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_what_to_bring_locale_idx" ON "payload"."_services_v_version_what_to_bring" USING btree ("_locale");
  CREATE INDEX "_services_v_version_hours_seasons_weekly_days_order_idx" ON "payload"."_services_v_version_hours_seasons_weekly_days" USING btree ("order");
  CREATE INDEX "_services_v_version_hours_seasons_weekly_days_parent_idx" ON "payload"."_services_v_version_hours_seasons_weekly_days" USING btree ("parent_id");
  CREATE INDEX "_services_v_version_hours_seasons_weekly_order_idx" ON "payload"."_services_v_version_hours_seasons_weekly" USING btree ("_order");
  CREATE INDEX "_services_v_version_hours_seasons_weekly_parent_id_idx" ON "payload"."_services_v_version_hours_seasons_weekly" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_hours_seasons_order_idx" ON "payload"."_services_v_version_hours_seasons" USING btree ("_order");
  CREATE INDEX "_services_v_version_hours_seasons_parent_id_idx" ON "payload"."_services_v_version_hours_seasons" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_hours_exceptions_intervals_order_idx" ON "payload"."_services_v_version_hours_exceptions_intervals" USING btree ("_order");
  CREATE INDEX "_services_v_version_hours_exceptions_intervals_parent_id_idx" ON "payload"."_services_v_version_hours_exceptions_intervals" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_hours_exceptions_order_idx" ON "payload"."_services_v_version_hours_exceptions" USING btree ("_order");
  CREATE INDEX "_services_v_version_hours_exceptions_parent_id_idx" ON "payload"."_services_v_version_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "_services_v_parent_idx" ON "payload"."_services_v" USING btree ("parent_id");
  CREATE INDEX "_services_v_version_version_body_idx" ON "payload"."_services_v" USING btree ("version_body_id");
  CREATE INDEX "_services_v_version_version_slug_idx" ON "payload"."_services_v" USING btree ("version_slug");
  CREATE INDEX "_services_v_version_version_topic_idx" ON "payload"."_services_v" USING btree ("version_topic_id");
  CREATE INDEX "_services_v_version_version_office_idx" ON "payload"."_services_v" USING btree ("version_office_id");
  CREATE INDEX "_services_v_version_version_updated_at_idx" ON "payload"."_services_v" USING btree ("version_updated_at");
  CREATE INDEX "_services_v_version_version_created_at_idx" ON "payload"."_services_v" USING btree ("version_created_at");
  CREATE INDEX "_services_v_version_version__status_idx" ON "payload"."_services_v" USING btree ("version__status");
  CREATE INDEX "_services_v_created_at_idx" ON "payload"."_services_v" USING btree ("created_at");
  CREATE INDEX "_services_v_updated_at_idx" ON "payload"."_services_v" USING btree ("updated_at");
  CREATE INDEX "_services_v_snapshot_idx" ON "payload"."_services_v" USING btree ("snapshot");
  CREATE INDEX "_services_v_published_locale_idx" ON "payload"."_services_v" USING btree ("published_locale");
  CREATE INDEX "_services_v_latest_idx" ON "payload"."_services_v" USING btree ("latest");
  CREATE INDEX "version_body_version_slug_idx" ON "payload"."_services_v" USING btree ("version_body_id","version_slug");
  CREATE UNIQUE INDEX "_services_v_locales_locale_parent_id_unique" ON "payload"."_services_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_services_v_texts_order_parent" ON "payload"."_services_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "topics_body_idx" ON "payload"."topics" USING btree ("body_id");
  CREATE INDEX "topics_slug_idx" ON "payload"."topics" USING btree ("slug");
  CREATE INDEX "topics_updated_at_idx" ON "payload"."topics" USING btree ("updated_at");
  CREATE INDEX "topics_created_at_idx" ON "payload"."topics" USING btree ("created_at");
  CREATE UNIQUE INDEX "body_slug_1_idx" ON "payload"."topics" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "topics_locales_locale_parent_id_unique" ON "payload"."topics_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "offices_hours_seasons_weekly_days_order_idx" ON "payload"."offices_hours_seasons_weekly_days" USING btree ("order");
  CREATE INDEX "offices_hours_seasons_weekly_days_parent_idx" ON "payload"."offices_hours_seasons_weekly_days" USING btree ("parent_id");
  CREATE INDEX "offices_hours_seasons_weekly_order_idx" ON "payload"."offices_hours_seasons_weekly" USING btree ("_order");
  CREATE INDEX "offices_hours_seasons_weekly_parent_id_idx" ON "payload"."offices_hours_seasons_weekly" USING btree ("_parent_id");
  CREATE INDEX "offices_hours_seasons_order_idx" ON "payload"."offices_hours_seasons" USING btree ("_order");
  CREATE INDEX "offices_hours_seasons_parent_id_idx" ON "payload"."offices_hours_seasons" USING btree ("_parent_id");
  CREATE INDEX "offices_hours_exceptions_intervals_order_idx" ON "payload"."offices_hours_exceptions_intervals" USING btree ("_order");
  CREATE INDEX "offices_hours_exceptions_intervals_parent_id_idx" ON "payload"."offices_hours_exceptions_intervals" USING btree ("_parent_id");
  CREATE INDEX "offices_hours_exceptions_order_idx" ON "payload"."offices_hours_exceptions" USING btree ("_order");
  CREATE INDEX "offices_hours_exceptions_parent_id_idx" ON "payload"."offices_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "offices_body_idx" ON "payload"."offices" USING btree ("body_id");
  CREATE INDEX "offices_slug_idx" ON "payload"."offices" USING btree ("slug");
  CREATE INDEX "offices_updated_at_idx" ON "payload"."offices" USING btree ("updated_at");
  CREATE INDEX "offices_created_at_idx" ON "payload"."offices" USING btree ("created_at");
  CREATE UNIQUE INDEX "body_slug_2_idx" ON "payload"."offices" USING btree ("body_id","slug");
  CREATE UNIQUE INDEX "offices_locales_locale_parent_id_unique" ON "payload"."offices_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "totems_hours_seasons_weekly_days_order_idx" ON "payload"."totems_hours_seasons_weekly_days" USING btree ("order");
  CREATE INDEX "totems_hours_seasons_weekly_days_parent_idx" ON "payload"."totems_hours_seasons_weekly_days" USING btree ("parent_id");
  CREATE INDEX "totems_hours_seasons_weekly_order_idx" ON "payload"."totems_hours_seasons_weekly" USING btree ("_order");
  CREATE INDEX "totems_hours_seasons_weekly_parent_id_idx" ON "payload"."totems_hours_seasons_weekly" USING btree ("_parent_id");
  CREATE INDEX "totems_hours_seasons_order_idx" ON "payload"."totems_hours_seasons" USING btree ("_order");
  CREATE INDEX "totems_hours_seasons_parent_id_idx" ON "payload"."totems_hours_seasons" USING btree ("_parent_id");
  CREATE INDEX "totems_hours_exceptions_intervals_order_idx" ON "payload"."totems_hours_exceptions_intervals" USING btree ("_order");
  CREATE INDEX "totems_hours_exceptions_intervals_parent_id_idx" ON "payload"."totems_hours_exceptions_intervals" USING btree ("_parent_id");
  CREATE INDEX "totems_hours_exceptions_order_idx" ON "payload"."totems_hours_exceptions" USING btree ("_order");
  CREATE INDEX "totems_hours_exceptions_parent_id_idx" ON "payload"."totems_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "totems_body_idx" ON "payload"."totems" USING btree ("body_id");
  CREATE INDEX "totems_slug_idx" ON "payload"."totems" USING btree ("slug");
  CREATE INDEX "totems_office_idx" ON "payload"."totems" USING btree ("office_id");
  CREATE INDEX "totems_updated_at_idx" ON "payload"."totems" USING btree ("updated_at");
  CREATE INDEX "totems_created_at_idx" ON "payload"."totems" USING btree ("created_at");
  CREATE UNIQUE INDEX "slug_idx" ON "payload"."totems" USING btree ("slug");
  CREATE UNIQUE INDEX "totems_locales_locale_parent_id_unique" ON "payload"."totems_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "operators_languages_order_idx" ON "payload"."operators_languages" USING btree ("order");
  CREATE INDEX "operators_languages_parent_idx" ON "payload"."operators_languages" USING btree ("parent_id");
  CREATE INDEX "operators_sessions_order_idx" ON "payload"."operators_sessions" USING btree ("_order");
  CREATE INDEX "operators_sessions_parent_id_idx" ON "payload"."operators_sessions" USING btree ("_parent_id");
  CREATE INDEX "operators_body_idx" ON "payload"."operators" USING btree ("body_id");
  CREATE INDEX "operators_office_idx" ON "payload"."operators" USING btree ("office_id");
  CREATE INDEX "operators_updated_at_idx" ON "payload"."operators" USING btree ("updated_at");
  CREATE INDEX "operators_created_at_idx" ON "payload"."operators" USING btree ("created_at");
  CREATE UNIQUE INDEX "operators_email_idx" ON "payload"."operators" USING btree ("email");
  CREATE INDEX "operators_texts_order_parent" ON "payload"."operators_texts" USING btree ("order","parent_id");
  CREATE INDEX "bodies_closures_intervals_order_idx" ON "payload"."bodies_closures_intervals" USING btree ("_order");
  CREATE INDEX "bodies_closures_intervals_parent_id_idx" ON "payload"."bodies_closures_intervals" USING btree ("_parent_id");
  CREATE INDEX "bodies_closures_order_idx" ON "payload"."bodies_closures" USING btree ("_order");
  CREATE INDEX "bodies_closures_parent_id_idx" ON "payload"."bodies_closures" USING btree ("_parent_id");
  CREATE INDEX "bodies_updated_at_idx" ON "payload"."bodies" USING btree ("updated_at");
  CREATE INDEX "bodies_created_at_idx" ON "payload"."bodies" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload"."payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload"."payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload"."payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload"."payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload"."payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload"."payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload"."payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_services_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("services_id");
  CREATE INDEX "payload_locked_documents_rels_topics_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("topics_id");
  CREATE INDEX "payload_locked_documents_rels_offices_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("offices_id");
  CREATE INDEX "payload_locked_documents_rels_totems_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("totems_id");
  CREATE INDEX "payload_locked_documents_rels_operators_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("operators_id");
  CREATE INDEX "payload_locked_documents_rels_bodies_id_idx" ON "payload"."payload_locked_documents_rels" USING btree ("bodies_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload"."payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload"."payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload"."payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload"."payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload"."payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload"."payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_operators_id_idx" ON "payload"."payload_preferences_rels" USING btree ("operators_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload"."payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload"."payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "payload"."services_what_to_bring" CASCADE;
  DROP TABLE "payload"."services_hours_seasons_weekly_days" CASCADE;
  DROP TABLE "payload"."services_hours_seasons_weekly" CASCADE;
  DROP TABLE "payload"."services_hours_seasons" CASCADE;
  DROP TABLE "payload"."services_hours_exceptions_intervals" CASCADE;
  DROP TABLE "payload"."services_hours_exceptions" CASCADE;
  DROP TABLE "payload"."services" CASCADE;
  DROP TABLE "payload"."services_locales" CASCADE;
  DROP TABLE "payload"."services_texts" CASCADE;
  DROP TABLE "payload"."_services_v_version_what_to_bring" CASCADE;
  DROP TABLE "payload"."_services_v_version_hours_seasons_weekly_days" CASCADE;
  DROP TABLE "payload"."_services_v_version_hours_seasons_weekly" CASCADE;
  DROP TABLE "payload"."_services_v_version_hours_seasons" CASCADE;
  DROP TABLE "payload"."_services_v_version_hours_exceptions_intervals" CASCADE;
  DROP TABLE "payload"."_services_v_version_hours_exceptions" CASCADE;
  DROP TABLE "payload"."_services_v" CASCADE;
  DROP TABLE "payload"."_services_v_locales" CASCADE;
  DROP TABLE "payload"."_services_v_texts" CASCADE;
  DROP TABLE "payload"."topics" CASCADE;
  DROP TABLE "payload"."topics_locales" CASCADE;
  DROP TABLE "payload"."offices_hours_seasons_weekly_days" CASCADE;
  DROP TABLE "payload"."offices_hours_seasons_weekly" CASCADE;
  DROP TABLE "payload"."offices_hours_seasons" CASCADE;
  DROP TABLE "payload"."offices_hours_exceptions_intervals" CASCADE;
  DROP TABLE "payload"."offices_hours_exceptions" CASCADE;
  DROP TABLE "payload"."offices" CASCADE;
  DROP TABLE "payload"."offices_locales" CASCADE;
  DROP TABLE "payload"."totems_hours_seasons_weekly_days" CASCADE;
  DROP TABLE "payload"."totems_hours_seasons_weekly" CASCADE;
  DROP TABLE "payload"."totems_hours_seasons" CASCADE;
  DROP TABLE "payload"."totems_hours_exceptions_intervals" CASCADE;
  DROP TABLE "payload"."totems_hours_exceptions" CASCADE;
  DROP TABLE "payload"."totems" CASCADE;
  DROP TABLE "payload"."totems_locales" CASCADE;
  DROP TABLE "payload"."operators_languages" CASCADE;
  DROP TABLE "payload"."operators_sessions" CASCADE;
  DROP TABLE "payload"."operators" CASCADE;
  DROP TABLE "payload"."operators_texts" CASCADE;
  DROP TABLE "payload"."bodies_closures_intervals" CASCADE;
  DROP TABLE "payload"."bodies_closures" CASCADE;
  DROP TABLE "payload"."bodies" CASCADE;
  DROP TABLE "payload"."payload_kv" CASCADE;
  DROP TABLE "payload"."payload_locked_documents" CASCADE;
  DROP TABLE "payload"."payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload"."payload_preferences" CASCADE;
  DROP TABLE "payload"."payload_preferences_rels" CASCADE;
  DROP TABLE "payload"."payload_migrations" CASCADE;
  DROP TYPE "payload"."_locales";
  DROP TYPE "payload"."enum_services_hours_seasons_weekly_days";
  DROP TYPE "payload"."enum_services_hours_source";
  DROP TYPE "payload"."enum_services_hours_kind";
  DROP TYPE "payload"."enum_services_status";
  DROP TYPE "payload"."enum__services_v_version_hours_seasons_weekly_days";
  DROP TYPE "payload"."enum__services_v_version_hours_source";
  DROP TYPE "payload"."enum__services_v_version_hours_kind";
  DROP TYPE "payload"."enum__services_v_version_status";
  DROP TYPE "payload"."enum__services_v_published_locale";
  DROP TYPE "payload"."enum_offices_hours_seasons_weekly_days";
  DROP TYPE "payload"."enum_offices_hours_kind";
  DROP TYPE "payload"."enum_totems_hours_seasons_weekly_days";
  DROP TYPE "payload"."enum_totems_hours_kind";
  DROP TYPE "payload"."enum_operators_languages";
  DROP TYPE "payload"."enum_operators_role";`)
}
