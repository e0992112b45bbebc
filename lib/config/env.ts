import path from 'node:path'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { isLoopback } from './loopback.ts'
import { oncePerProcess } from './once-per-process.ts'

/** The configuration of one server process. `.env.example` documents every variable behind it. */
export type Env = {
  readonly databaseUrl: string
  readonly livekit: {
    /** `http(s)://…`, where this server reaches the media server. */
    readonly url: string
    /** `ws(s)://…`, where browsers reach it. */
    readonly publicUrl: string
    readonly apiKey: string
    readonly apiSecret: string
  }
  /** Origin that browsers use, without a trailing slash. */
  readonly appUrl: string
  readonly port: number
  readonly host: string
  /** Signs sessions and keys the hashes of credentials. At least 32 characters. */
  readonly appSecret: string
  /** The sample municipality on this machine only: totems enrol themselves, passwords are printed. */
  readonly isSample: boolean
  /** Absolute path of the folder for local data, cache and secrets. */
  readonly home: string
  readonly version: string
  readonly logLevel: LogLevel
  /** What a scraper of `/api/metrics` presents; null: only a direct loopback peer may read it. */
  readonly metricsToken: string | null
}

/** Environment variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Says which variables are wrong and what each must be. Never holds a value: it ends up in logs. */
export class EnvError extends Error {
  override name = 'EnvError'
  readonly code = 'ENV_INVALID'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`Configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/**
 * Parses the environment of a server process. An empty variable counts as unset.
 * @throws EnvError naming every wrong variable at once.
 */
export function readEnv(source: Variables = process.env): Env {
  const parsed = Shape.safeParse(withoutEmpty(source))
  if (!parsed.success) throw new EnvError(parsed.error.issues.map(describe))
  const v = parsed.data
  const appUrl = v.APP_URL ?? `http://${v.HOST.includes(':') ? `[${v.HOST}]` : v.HOST}:${v.PORT}`
  const problems = sampleProblems(v.SAMPLE, v.HOST, appUrl)
  if (problems.length > 0) throw new EnvError(problems)
  return {
    databaseUrl: v.DATABASE_URL,
    livekit: {
      url: v.LIVEKIT_URL.replace(/^ws/, 'http'),
      publicUrl: (v.LIVEKIT_PUBLIC_URL ?? v.LIVEKIT_URL).replace(/^http/, 'ws'),
      apiKey: v.LIVEKIT_API_KEY,
      apiSecret: v.LIVEKIT_API_SECRET,
    },
    appUrl: new URL(appUrl).origin,
    port: v.PORT,
    host: v.HOST,
    appSecret: v.APP_SECRET,
    isSample: v.SAMPLE,
    home: path.resolve(v.PRONTO_HOME),
    version: packageJson.version,
    logLevel: v.LOG_LEVEL,
    metricsToken: v.METRICS_TOKEN ?? null,
  }
}

/** Kept for single sign-on of the staff, which does not exist yet. */
const RESERVED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

/** Which variables are set, by name, whose names are taken and which nothing reads: whoever set them should know. */
export function withoutEffect(source: Variables): string[] {
  const given = withoutEmpty(source)
  return RESERVED.filter((name) => given[name] !== undefined)
}

/** The configuration of this process, parsed at the first call. */
export const env = (): Env => oncePerProcess('env', () => readEnv())

/** Whether the launcher starts in sample mode: said outright, or nothing of a real installation is set. */
export function isSampleByDefault(source: Variables): boolean {
  const given = withoutEmpty(source)
  if (given.SAMPLE !== undefined) return given.SAMPLE === '1' || given.SAMPLE === 'true'
  return given.DATABASE_URL === undefined && given.APP_SECRET === undefined
}

/** What forbids sample mode here: its passwords are printed and its totems enrol themselves. */
function sampleProblems(isSample: boolean, host: string, appUrl: string): string[] {
  if (!isSample) return []
  const problems: string[] = []
  if (!isLoopback(host))
    problems.push('HOST: must be a loopback address in sample mode (unset SAMPLE for real use)')
  if (!isLoopback(new URL(appUrl).hostname)) {
    problems.push('APP_URL: must be a loopback address in sample mode (unset SAMPLE for real use)')
  }
  return problems
}

const url = (protocols: RegExp, what: string) => z.url({ protocol: protocols, error: `must be ${what}` })
const secret = (what: string) => z.string(`must be set: ${what}`).min(32, 'must have at least 32 characters')

const Shape = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'a postgres:// address'),
  LIVEKIT_URL: url(/^(ws|http)s?$/, 'a ws(s):// or http(s):// address'),
  LIVEKIT_PUBLIC_URL: url(/^(ws|http)s?$/, 'a ws(s):// or http(s):// address').optional(),
  LIVEKIT_API_KEY: z.string('must be set').min(1),
  LIVEKIT_API_SECRET: secret('the secret that goes with LIVEKIT_API_KEY'),
  APP_URL: url(/^https?$/, 'an http(s):// address').optional(),
  APP_SECRET: secret('32 random characters or more, such as from `openssl rand -hex 32`'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be a port number')
    .max(65535, 'must be a port number')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  SAMPLE: z
    .enum(['1', 'true', '0', 'false'], 'must be 1 or 0')
    .default('0')
    .transform((value) => value === '1' || value === 'true'),
  PRONTO_HOME: z.string().default('.pronto'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
})

function withoutEmpty(source: Variables): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
}

/** Every message above is ours and quotes no input. */
function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`
}
