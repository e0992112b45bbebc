import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."bodies" ADD COLUMN "rules_assumed_handle_minutes" numeric DEFAULT 5;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_assumed_patience_minutes" numeric DEFAULT 10;
  ALTER TABLE "payload"."bodies" ADD COLUMN "rules_log_retention_days" numeric DEFAULT 396;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload"."bodies" DROP COLUMN "rules_assumed_handle_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_assumed_patience_minutes";
  ALTER TABLE "payload"."bodies" DROP COLUMN "rules_log_retention_days";`)
}
