import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { it } from '@payloadcms/translations/languages/it'
import { buildConfig, type SanitizedConfig } from 'payload'
import { log } from '../config/log.ts'
import { nobody } from './access.ts'
import { bodies } from './collections/bodies.ts'
import { forms } from './collections/forms.ts'
import { lifeEvents } from './collections/life-events.ts'
import { notices } from './collections/notices.ts'
import { offices } from './collections/offices.ts'
import { operators } from './collections/operators.ts'
import { services } from './collections/services.ts'
import { topics } from './collections/topics.ts'
import { totems } from './collections/totems.ts'
import { sendsNoMail } from './sends-no-mail.ts'
import { surviveOutages } from './survive-outages.ts'
import { writeSessionsAlone } from './write-sessions-alone.ts'

// The bundler gives only `url`.
const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')

/**
 * Migrations of the registers, in the order of their names. After a change of a collection
 * `npx payload migrate:create <name>` writes the next one; then mark `MigrateUpArgs` and `MigrateDownArgs`
 * in it as types, because plain Node loads these files.
 */
const MIGRATIONS_FOLDER = path.join(here, 'migrations')

export interface RegistersOptions {
  databaseUrl: string
  /** Signs the sessions of the staff. */
  secret: string
  /** After how long a silent database is given up; null: never, as for a migration, which takes its time. */
  silenceMs: number | null
}

/** The registers of one database. */
export async function registersConfig(options: RegistersOptions): Promise<SanitizedConfig> {
  const config = await buildConfig({
    secret: options.secret,
    db: postgresAdapter({
      schemaName: 'payload',
      // Ids reach browsers and rooms; a serial number would tell how many there are.
      idType: 'uuid',
      push: false,
      migrationDir: MIGRATIONS_FOLDER,
      pool: { connectionString: options.databaseUrl, max: 10, connectionTimeoutMillis: 3_000 },
    }),
    collections: [services, forms, topics, lifeEvents, notices, offices, totems, operators, bodies],
    routes: { admin: '/admin', api: '/content-api' },
    graphQL: { disable: true },
    admin: {
      user: operators.slug,
      avatar: 'default',
      dateFormat: 'd MMMM yyyy, HH:mm',
      meta: { titleSuffix: ' · Pronto', description: 'Pronto', defaultOGImageType: 'off' },
      importMap: {
        baseDir: root,
        importMapFile: path.join(root, 'app/(payload)/admin/importMap.js'),
        autoGenerate: false,
      },
    },
    localization: {
      locales: [
        { code: 'it', label: 'Italiano' },
        { code: 'en', label: 'English' },
      ],
      defaultLocale: 'it',
      fallback: true,
    },
    i18n: { supportedLanguages: { it }, fallbackLanguage: 'it' },
    email: sendsNoMail,
    logger: log(),
    telemetry: false,
    onInit: ({ db }) => {
      surviveOutages(db.pool, options.silenceMs)
      writeSessionsAlone(db)
    },
    // Only `npx payload generate:types` writes it, never a start.
    typescript: { autoGenerate: false, outputFile: path.join(here, 'payload-types.ts') },
  })
  return closeInternals(config)
}

/**
 * Payload adds collections of its own, open to every account of every body by default. Preferences are
 * each account's own; the rest is nobody's. Locks on records under edit would be another one: no
 * collection of ours has them.
 */
function closeInternals(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, access } of config.collections) {
    if (!slug.startsWith('payload-') || slug === 'payload-preferences') continue
    Object.assign(access, { create: nobody, read: nobody, update: nobody, delete: nobody })
  }
  return config
}
