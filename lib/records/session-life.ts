import { type CollectionRefreshHook, getFieldsToSign, jwtSign, type Payload } from 'payload'
import * as z from 'zod'

/** How long a sign-in lasts: one working day. A call that is going on then is not cut (`prolong-session.ts`). */
export const SESSION_SECONDS = 12 * 3600
/** However often it is prolonged: a cookie that somebody has copied opens nothing for ever. */
const LONGEST_SECONDS = 24 * 3600

type Account = Parameters<typeof getFieldsToSign>[0]['user']

/** The session that an account was recognised by. */
export interface Session {
  id: string
  /** In milliseconds since 1970. */
  begunAt: number
}

/** null: there is none, or nobody knows when it began. */
export function sessionOf(account: Account): Session | null {
  const begun = Recognised.safeParse(account).data
  return begun?.createdAt ? { id: begun.id, begunAt: Date.parse(begun.createdAt) } : null
}

const Recognised = z
  .object({
    _sid: z.string(),
    sessions: z.array(z.object({ id: z.string(), createdAt: z.iso.datetime().nullish() })),
  })
  .transform(({ _sid: sid, sessions }) => sessions.find(({ id }) => id === sid))

/** What a session's cookie holds, good for so many seconds; `exp`: until when, in seconds since 1970. */
export function tokenOf(
  payload: Payload,
  { account, session, seconds }: { account: Account; session: Session; seconds: number },
): Promise<{ token: string; exp: number }> {
  const { config } = payload.collections.operators
  return jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: account?.email ?? '',
      sid: session.id,
      user: account,
    }),
    secret: payload.secret,
    tokenExpiration: seconds,
  })
}

/** The administration refreshes a session for as long as somebody is at work in it, and by itself would for ever. */
export const endWithinADay: CollectionRefreshHook = async ({ args: { req }, user }) => {
  const session = sessionOf(req.user)
  if (!session) return undefined
  const seconds = Math.floor((session.begunAt - Date.now()) / 1_000) + LONGEST_SECONDS
  if (seconds >= SESSION_SECONDS) return undefined
  const { token, exp } = await tokenOf(req.payload, { account: req.user, session, seconds })
  return { exp, refreshedToken: token, setCookie: true, user }
}
