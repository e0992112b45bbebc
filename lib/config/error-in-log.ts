import pino from 'pino'

/**
 * An error as the log has it, with its causes, but without what a query was asked with: drizzle quotes that in its
 * message, and so an account's address and the hash of its password. PostgreSQL quotes a value that is none of its
 * type.
 */
export function errorInLog(error: Error): unknown {
  const quoted = quotedBy(error)
  return quoted.length === 0
    ? pino.stdSerializers.err(error)
    : without(quoted, pino.stdSerializers.err(error))
}

/** What an error says in the log where whoever logs it says nothing else. */
export function messageInLog(error: Error): string {
  return quotedBy(error).reduce((text, part) => text.replaceAll(part, ''), error.message)
}

/** For a terminal: an error that says the same in message and stack, without what a query was asked with. */
export function errorToPrint(error: unknown): unknown {
  const quoted = quotedBy(error)
  if (quoted.length === 0 || !(error instanceof Error)) return error
  const said = new Error(messageInLog(error))
  said.stack = quoted.reduce((text, part) => text.replaceAll(part, ''), error.stack ?? error.message)
  return said
}

/** What the failed queries among an error and all that it carries quote, as it stands in messages and stacks. */
function quotedBy(error: unknown, seen: ReadonlySet<unknown> = new Set()): string[] {
  if (!(error instanceof Error) || seen.has(error)) return []
  const known = new Set([...seen, error])
  const others = [
    error.cause,
    ...Object.values(error),
    ...(error instanceof AggregateError ? error.errors : []),
  ]
  const asked = 'query' in error && 'params' in error ? [`\nparams: ${String(error.params)}`] : []
  const value =
    'code' in error && DATA_EXCEPTION.test(String(error.code)) ? error.message.match(/".*"/s) : null
  return [...asked, ...(value ?? []), ...others.flatMap((other) => quotedBy(other, known))]
}

function without(quoted: readonly string[], value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return quoted.reduce((text, part) => text.replaceAll(part, ''), value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '[…]'
  if (Array.isArray(value)) return value.map((item) => without(quoted, item, depth + 1))
  const kept: Record<string, unknown> = {}
  // What is said of an error is partly inherited.
  for (const key in value)
    if (key !== 'params') kept[key] = without(quoted, Reflect.get(value, key), depth + 1)
  return kept
}

/** As deep as the log goes by itself: what an error carries may lead back to it. */
const DEEPEST = 5

/** Of the errors of PostgreSQL, those about a value; the rest quote names of tables and rules. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/
