/**
 * True when an error says that PostgreSQL cannot be reached or is stopping, so that the same request
 * will work later. Looks through causes (drizzle wraps) and aggregates (one per address tried).
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (AWAY_CODES.has(code) || code.startsWith('08')) return true
  if (AWAY_MESSAGES.some((text) => error.message.includes(text))) return true
  return isDatabaseAway(error.cause)
}

/** Sockets, then shutting down, crashed, starting up, too many connections, disk full (PostgreSQL, appendix A). */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
])

/** pg gives these no code, and Payload takes the cause away. */
const AWAY_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'connect ENOENT',
  'cannot begin transaction',
  // Closed on purpose, as while a backup is put back; the code says no more than "not in that state".
  'is not currently accepting connections',
]
