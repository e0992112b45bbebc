import pino from 'pino'
import { errorInLog, messageInLog } from './error-in-log.ts'
import { oncePerProcess } from './once-per-process.ts'

/**
 * The process's log: one JSON object per line on stdout. Secrets are cut out by name, so that an object
 * logged whole gives nothing away. Names and numbers of visitors are never logged in the first place.
 */
export const log = (): pino.Logger =>
  oncePerProcess('log', () => createLog(process.env.LOG_LEVEL || 'info', pino.destination(1)))

/** A log that writes to `destination`. */
export function createLog(level: string, destination: pino.DestinationStream): pino.Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorInLog },
      hooks: { logMethod: withMessage },
      redact: { paths: secretPaths, censor: '[redacted]' },
    },
    destination,
  )
}

/** pino itself would take an error's own message, as it is. */
function withMessage(this: pino.Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const [said, ...others]: readonly unknown[] = args
  const error = said instanceof Error ? said : errorIn(said)
  if (error && others.length === 0) {
    const fields = said instanceof Error ? { err: said } : said
    method.apply(this, [fields, messageInLog(error)])
  } else method.apply(this, args)
}

const errorIn = (said: unknown): Error | null =>
  typeof said === 'object' && said !== null && 'err' in said && said.err instanceof Error ? said.err : null

const secretNames = [
  'password',
  'token',
  'secret',
  'apiSecret',
  'appSecret',
  'credential',
  'enrolmentCode',
  'databaseUrl',
  'authorization',
  'cookie',
  '["set-cookie"]',
  // PostgreSQL quotes the row that broke a rule, and with it what a visitor has written.
  'detail',
  'where',
]

/** pino's wildcard skips the top level and goes one level deep, so each name is listed for three depths. */
const secretPaths = secretNames.flatMap((name) =>
  ['', '*', '*.*'].map((prefix) =>
    name.startsWith('[') ? `${prefix}${name}` : prefix ? `${prefix}.${name}` : name,
  ),
)
