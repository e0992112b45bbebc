/** How a try to sign in ended, in the keys of the login page's messages. */
export type SignInOutcome =
  | { kind: 'in'; role: string }
  | { kind: 'wrong' }
  /** Too many tries: the account, or the whole network it came from, has to wait; null: not said how long. */
  | { kind: 'too_often'; waitMinutes: number | null }
  | { kind: 'server_away' }
  | { kind: 'offline' }

/** Posts the credentials; never throws. Not repeated by itself: each try counts towards the lock. */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    const response = await fetch('/api/staff/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
      signal: AbortSignal.timeout(15_000),
    })
    const body: unknown = await response.json().catch(() => null)
    return outcomeOf(response.status, response.headers.get('retry-after'), body)
  } catch {
    return { kind: 'offline' }
  }
}

/** What an answer of the server means to the person. */
export function outcomeOf(status: number, retryAfter: string | null, body: unknown): SignInOutcome {
  const role = typeof body === 'object' && body !== null && 'role' in body ? String(body.role) : ''
  if (status === 200) return { kind: 'in', role }
  if (status === 429) {
    const seconds = Number(retryAfter)
    return { kind: 'too_often', waitMinutes: seconds > 0 ? Math.ceil(seconds / 60) : null }
  }
  return status === 401 || status === 400 ? { kind: 'wrong' } : { kind: 'server_away' }
}
