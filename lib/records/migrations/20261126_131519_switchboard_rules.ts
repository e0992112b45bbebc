import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "payload"."enum_services_skill_needs_min_level" AS ENUM('1', '2', '3', '4', '5');
  CREATE TYPE "payload"."enum_services_skill_needs_demand" AS ENUM('required', 'wished');
  CREATE TYPE "payload"."enum_services_overflow_action" AS ENUM('ask_office', 'ask', 'widen', 'offer_callback', 'end');
  CREATE TYPE "payload"."enum_services_language_rule" AS ENUM('body', 'own', 'required');
  CREATE TYPE "payload"."enum_services_overflow_source" AS ENUM('body', 'own');
  CREATE TYPE "payload"."enum__services_v_version_skill_needs_min_level" AS ENUM('1', '2', '3', '4', '5');
  CREATE TYPE "payload"."enum__services_v_version_skill_needs_demand" AS ENUM('required', 'wished');
  CREATE TYPE "payload"."enum__services_v_version_overflow_action" AS ENUM('ask_office', 'ask', 'widen', 'offer_callback', 'end');
  CREATE TYPE "payload"."enum__services_v_version_language_rule" AS ENUM('body', 'own', 'required');
  CREATE TYPE "payload"."enum__services_v_version_overflow_source" AS ENUM('body', 'own');
  CREATE TYPE "payload"."enum_operators_skill_levels_level" AS ENUM('1', '2', '3', '4', '5');
  CREATE TYPE "payload"."enum_bodies_overflow_action" AS ENUM('ask_office', 'ask', 'widen', 'offer_callback', 'end');
  CREATE TABLE "payload"."services_skill_needs" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"skill" varchar,
  	"min_level" "payload"."enum_services_skill_needs_min_level" DEFAULT '1',
  	"demand" "payload"."enum_services_skill_needs_demand" DEFAULT 'wished',
  	"relax_after_seconds" numeric DEFAULT 30
  );
  
  CREATE TABLE "payload"."services_overflow" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"action" "payload"."enum_services_overflow_action",
  	"after_seconds" numeric DEFAULT 60,
  	"office_id" uuid,
  	"service_id" uuid
  );
  
  CREATE TABLE "payload"."_services_v_version_skill_needs" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"skill" varchar,
  	"min_level" "payload"."enum__services_v_version_skill_needs_min_level" DEFAULT '1',
  	"demand" "payload"."enum__services_v_version_skill_needs_demand" DEFAULT 'wished',
  	"relax_after_seconds" numeric DEFAULT 30,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."_services_v_version_overflow" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"action" "payload"."enum__services_v_version_overflow_action",
  	"after_seconds" numeric DEFAULT 60,
  	"office_id" uuid,
  	"service_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "payload"."operators_skill_levels" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"skill" varchar NOT NULL,
  	"level" "payload"."enum_operators_skill_levels_level" DEFAULT '3' NOT NULL
  );
  
  CREATE TABLE "payload"."bodies_overflow" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"action" "payload"."enum_bodies_overflow_action" NOT NULL,
  	"after_seconds" numeric DEFAULT 60 NOT NULL,
  	"office_id" uuid,
  	"service_id" uuid
  );
  
  CREATE TABLE "payload"."bodies_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_ring_seconds" DROP NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_wrap_up_seconds" DROP NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_max_wait_seconds" DROP NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_queue_limit" DROP NOT NULL;
  ALTER TABLE "payload"."services" ADD COLUMN "language_rule" "payload"."enum_services_language_rule" DEFAULT 'body';
  ALTER TABLE "payload"."services" ADD COLUMN "language_relax_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."services" ADD COLUMN "overflow_source" "payload"."enum_services_overflow_source" DEFAULT 'body';
  ALTER TABLE "payload"."_services_v" ADD COLUMN "version_language_rule" "payload"."enum__services_v_version_language_rule" DEFAULT 'body';
  ALTER TABLE "payload"."_services_v" ADD COLUMN "version_language_relax_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."_services_v" ADD COLUMN "version_overflow_source" "payload"."enum__services_v_version_overflow_source" DEFAULT 'body';
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_decline_pause_seconds" numeric DEFAULT 15;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_wrap_up_extension_seconds" numeric DEFAULT 60;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_still_here_seconds" numeric DEFAULT 180;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_still_here_answer_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_closing_grace_minutes" numeric DEFAULT 15;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_priority_rises_seconds" numeric DEFAULT 0;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_wishes_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_preferred_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_transfer_operator_seconds" numeric DEFAULT 60;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_transfer_office_seconds" numeric DEFAULT 300;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_hold_recall_seconds" numeric DEFAULT 120;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_hold_limit_minutes" numeric DEFAULT 10;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_consult_limit_minutes" numeric DEFAULT 10;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callback_retry_minutes" numeric DEFAULT 15;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callback_attempts" numeric DEFAULT 3;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callback_expires_hours" numeric DEFAULT 48;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callback_retention_hours" numeric DEFAULT 24;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callback_window_minutes" numeric DEFAULT 120;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_callbacks_per_totem" numeric DEFAULT 20;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_service_level_seconds" numeric DEFAULT 30;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_short_abandon_seconds" numeric DEFAULT 10;
  ALTER TABLE "payload"."services_skill_needs" ADD CONSTRAINT "services_skill_needs_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."services_overflow" ADD CONSTRAINT "services_overflow_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."services_overflow" ADD CONSTRAINT "services_overflow_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."services_overflow" ADD CONSTRAINT "services_overflow_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."services"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_skill_needs" ADD CONSTRAINT "_services_v_version_skill_needs_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_overflow" ADD CONSTRAINT "_services_v_version_overflow_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_overflow" ADD CONSTRAINT "_services_v_version_overflow_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."_services_v_version_overflow" ADD CONSTRAINT "_services_v_version_overflow_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."_services_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."operators_skill_levels" ADD CONSTRAINT "operators_skill_levels_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."operators"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."bodies_overflow" ADD CONSTRAINT "bodies_overflow_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "payload"."offices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."bodies_overflow" ADD CONSTRAINT "bodies_overflow_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "payload"."services"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload"."bodies_overflow" ADD CONSTRAINT "bodies_overflow_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "payload"."bodies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload"."bodies_texts" ADD CONSTRAINT "bodies_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "payload"."bodies"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "services_skill_needs_order_idx" ON "payload"."services_skill_needs" USING btree ("_order");
  CREATE INDEX "services_skill_needs_parent_id_idx" ON "payload"."services_skill_needs" USING btree ("_parent_id");
  CREATE INDEX "services_overflow_order_idx" ON "payload"."services_overflow" USING btree ("_order");
  CREATE INDEX "services_overflow_parent_id_idx" ON "payload"."services_overflow" USING btree ("_parent_id");
  CREATE INDEX "services_overflow_office_idx" ON "payload"."services_overflow" USING btree ("office_id");
  CREATE INDEX "services_overflow_service_idx" ON "payload"."services_overflow" USING btree ("service_id");
  CREATE INDEX "_services_v_version_skill_needs_order_idx" ON "payload"."_services_v_version_skill_needs" USING btree ("_order");
  CREATE INDEX "_services_v_version_skill_needs_parent_id_idx" ON "payload"."_services_v_version_skill_needs" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_overflow_order_idx" ON "payload"."_services_v_version_overflow" USING btree ("_order");
  CREATE INDEX "_services_v_version_overflow_parent_id_idx" ON "payload"."_services_v_version_overflow" USING btree ("_parent_id");
  CREATE INDEX "_services_v_version_overflow_office_idx" ON "payload"."_services_v_version_overflow" USING btree ("office_id");
  CREATE INDEX "_services_v_version_overflow_service_idx" ON "payload"."_services_v_version_overflow" USING btree ("service_id");
  CREATE INDEX "operators_skill_levels_order_idx" ON "payload"."operators_skill_levels" USING btree ("_order");
  CREATE INDEX "operators_skill_levels_parent_id_idx" ON "payload"."operators_skill_levels" USING btree ("_parent_id");
  CREATE INDEX "bodies_overflow_order_idx" ON "payload"."bodies_overflow" USING btree ("_order");
  CREATE INDEX "bodies_overflow_parent_id_idx" ON "payload"."bodies_overflow" USING btree ("_parent_id");
  CREATE INDEX "bodies_overflow_office_idx" ON "payload"."bodies_overflow" USING btree ("office_id");
  CREATE INDEX "bodies_overflow_service_idx" ON "payload"."bodies_overflow" USING btree ("service_id");
  CREATE INDEX "bodies_texts_order_parent" ON "payload"."bodies_texts" USING btree ("order","parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."services_skill_needs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."services_overflow" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_services_v_version_skill_needs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."_services_v_version_overflow" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."operators_skill_levels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."bodies_overflow" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload"."bodies_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payload"."services_skill_needs" CASCADE;
  DROP TABLE "payload"."services_overflow" CASCADE;
  DROP TABLE "payload"."_services_v_version_skill_needs" CASCADE;
  DROP TABLE "payload"."_services_v_version_overflow" CASCADE;
  DROP TABLE "payload"."operators_skill_levels" CASCADE;
  DROP TABLE "payload"."bodies_overflow" CASCADE;
  DROP TABLE "payload"."bodies_texts" CASCADE;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_ring_seconds" SET NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_wrap_up_seconds" SET NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_queue_limit" SET NOT NULL;
  ALTER TABLE "payload"."bodies" ALTER COLUMN "rules_max_wait_seconds" SET NOT NULL;
  ALTER TABLE "payload"."services" DROP COLUMN "language_rule";
  ALTER TABLE "payload"."services" DROP COLUMN "language_relax_seconds";
  ALTER TABLE "payload"."services" DROP COLUMN "overflow_source";
  ALTER TABLE "payload"."_services_v" DROP COLUMN "version_language_rule";
  ALTER TABLE "payload"."_services_v" DROP COLUMN "version_language_relax_seconds";
  ALTER TABLE "payload"."_services_v" DROP COLUMN "version_overflow_source";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_decline_pause_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_wrap_up_extension_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_still_here_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_still_here_answer_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_closing_grace_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_priority_rises_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_wishes_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_preferred_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_transfer_operator_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_transfer_office_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_hold_recall_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_hold_limit_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_consult_limit_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callback_retry_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callback_attempts";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callback_expires_hours";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callback_retention_hours";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callback_window_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_callbacks_per_totem";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_service_level_seconds";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_short_abandon_seconds";
  DROP TYPE "payload"."enum_services_skill_needs_min_level";
  DROP TYPE "payload"."enum_services_skill_needs_demand";
  DROP TYPE "payload"."enum_services_overflow_action";
  DROP TYPE "payload"."enum_services_language_rule";
  DROP TYPE "payload"."enum_services_overflow_source";
  DROP TYPE "payload"."enum__services_v_version_skill_needs_min_level";
  DROP TYPE "payload"."enum__services_v_version_skill_needs_demand";
  DROP TYPE "payload"."enum__services_v_version_overflow_action";
  DROP TYPE "payload"."enum__services_v_version_language_rule";
  DROP TYPE "payload"."enum__services_v_version_overflow_source";
  DROP TYPE "payload"."enum_operators_skill_levels_level";
  DROP TYPE "payload"."enum_bodies_overflow_action";`)
}
