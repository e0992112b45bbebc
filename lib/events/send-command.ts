/** What became of a command. State is painted by the stream; this is for whoever asked. */
export type CommandAnswer<Value = unknown> =
  | { ok: true; value: Value }
  /** A code of the switchboard, or one of `Failure`. `detail` is the rest of the answer's body. */
  | { ok: false; refusal: string; detail: Readonly<Record<string, unknown>> }

/** What can go wrong besides a refusal; `unreachable`: every try failed, and it may still have happened. */
export type Failure =
  | 'malformed'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'too-large'
  | 'too-often'
  | 'fault'
  | 'unreachable'

export interface CommandOptions {
  /** Names this command, so that a repetition gets the first answer; made anew unless given. */
  key?: string
  /** Once aborted it is not sent again; a try under way still gives its answer. */
  signal?: AbortSignal
}

/**
 * Posts a command and gives its answer; never throws. When the server is away or the network fails it
 * tries again with the same key for about 8 s, so that the command happens at most once.
 */
export async function sendCommand<Value = unknown>(
  url: string,
  body: unknown,
  options: CommandOptions = {},
): Promise<CommandAnswer<Value>> {
  const key = options.key ?? crypto.randomUUID()
  for (const delayMs of RETRY_DELAYS_MS) {
    const answer = await post<Value>(url, body, key)
    if (answer !== 'again') return answer
    if (options.signal?.aborted) return failed('unreachable')
    await new Promise((resolve) => setTimeout(resolve, delayMs))
  }
  if (options.signal?.aborted) return failed('unreachable')
  const last = await post<Value>(url, body, key)
  return last === 'again' ? failed('unreachable') : last
}

const RETRY_DELAYS_MS = [150, 300, 600, 1_200, 2_000, 3_000]
const ATTEMPT_TIMEOUT_MS = 8_000

async function post<Value>(url: string, body: unknown, key: string): Promise<CommandAnswer<Value> | 'again'> {
  let response: Response
  let content: unknown
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    })
    const text = await response.text()
    content = text === '' ? null : JSON.parse(text)
  } catch {
    // No connection, no answer in time, or a proxy's page where JSON should be.
    return 'again'
  }
  if (response.ok) return { ok: true, value: content as Value }
  if (RETRIED_STATUSES.has(response.status)) return 'again'
  const detail = isRecord(content) ? content : {}
  if (response.status === 409 && typeof detail.refusal === 'string') {
    return { ok: false, refusal: detail.refusal, detail }
  }
  return failed(typeof detail.error === 'string' ? detail.error : 'fault', detail)
}

/** Ours while the database is away, and a proxy's while we restart. */
const RETRIED_STATUSES = new Set([502, 503, 504])

const failed = (refusal: string, detail: Readonly<Record<string, unknown>> = {}) =>
  ({ ok: false, refusal, detail }) as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
