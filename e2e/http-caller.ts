import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import type { Stack } from '../scripts/local/stack.ts'

/** Someone who speaks HTTP and is no browser: nobody, a totem of the sample, or a member of staff. */
export async function callerOf(
  playwright: PlaywrightWorkerArgs['playwright'],
  stack: Stack,
  who: { totem: string } | { email: string } | null = null,
): Promise<APIRequestContext> {
  const caller = await playwright.request.newContext({ baseURL: stack.url })
  if (who === null) return caller
  const answer =
    'totem' in who
      ? await caller.post('/api/totem/enrolments', { data: { sample: who.totem }, headers: withKey() })
      : await caller.post('/api/staff/sign-in', {
          data: { email: who.email, password: stack.sample.password },
          headers: withKey(),
        })
  if (!answer.ok()) throw new Error(`${JSON.stringify(who)} was not let in: ${answer.status()}`)
  return caller
}

const withKey = () => ({ 'idempotency-key': crypto.randomUUID() })
