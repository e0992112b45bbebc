import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "payload"."enum_totems_hardware_volume_db" AS ENUM('-18', '-12', '-6', '0');
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_screen_short_mm" numeric DEFAULT 398;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_viewing_mm" numeric DEFAULT 600;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_lower_edge_mm" numeric DEFAULT 700;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_reach_line_mm" numeric DEFAULT 1100;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_reading_seconds" numeric DEFAULT 60;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_typing_seconds" numeric DEFAULT 120;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_rest_seconds" numeric DEFAULT 60;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_document_camera" varchar;
  ALTER TABLE "payload"."totems" ADD COLUMN "hardware_volume_db" "payload"."enum_totems_hardware_volume_db" DEFAULT '-6';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."totems" DROP COLUMN "hardware_screen_short_mm";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_viewing_mm";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_lower_edge_mm";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_reach_line_mm";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_reading_seconds";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_typing_seconds";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_rest_seconds";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_document_camera";
  ALTER TABLE "payload"."totems" DROP COLUMN "hardware_volume_db";
  DROP TYPE "payload"."enum_totems_hardware_volume_db";`)
}
