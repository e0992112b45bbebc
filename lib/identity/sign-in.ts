import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import {
  createLocalReq,
  executeAuthStrategies,
  generateExpiredPayloadCookie,
  generatePayloadCookie,
  loginOperation,
  logoutOperation,
} from 'payload'
import { registers } from '../records/registers.ts'
import type { Role } from '../records/roles.ts'
import { deviceCookie, knownDevice } from './known-device.ts'
import { allowSignIn, forgiveSignIn } from './sign-in-limits.ts'

/** What a good sign-in gives: the values of two Set-Cookie headers. */
export interface SignedIn {
  role: Role
  /** The session. */
  cookie: string
  /** By which the browser may go on trying while others guess at this account. */
  deviceCookie: string
}

/**
 * Signs a member of the staff in; null: wrong address or password, or a closed account, and nothing
 * tells which, neither the answer nor the time it takes.
 * @param address the network address the attempt comes from
 * @param headers what came with it: a browser that has signed in before is known by its cookie
 * @throws TooOften after too many wrong attempts, for known and unknown accounts alike
 */
export async function signIn(
  credentials: { email: string; password: string },
  address: string,
  headers = new Headers(),
): Promise<SignedIn | null> {
  const email = credentials.email.trim().toLowerCase()
  const payload = await registers()
  const key = payload.secret
  const origin = { address, device: knownDevice(headers, email, key) }
  await allowSignIn(email, origin)
  const { totalDocs } = await payload.count({ collection: 'operators', where: { email: { equals: email } } })
  if (totalDocs === 0) {
    await spendTheTimeOfAPassword(credentials.password)
    return null
  }
  try {
    // `payload.login` would keep the token to itself, as it does towards browsers.
    const { token, user } = await loginOperation({
      collection: payload.collections.operators,
      data: { email, password: credentials.password },
      overrideAccess: true,
      req: await createLocalReq({}, payload),
    })
    if (!token || !user) return null
    await forgiveSignIn(email, origin)
    const isSecure = payload.collections.operators.config.auth.cookies.secure
    return {
      role: user.role,
      cookie: generatePayloadCookie({ ...cookieOptions(payload), token }),
      deviceCookie: deviceCookie(email, { key, isSecure }),
    }
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Ends the session that these headers carry, if any, and gives the cookie that forgets it. */
export async function signOut(headers: Headers): Promise<string> {
  const payload = await registers()
  const req = await createLocalReq({}, payload)
  const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload, req })
  if (user?.collection === 'operators') {
    req.user = user
    await logoutOperation({ collection: payload.collections.operators, req }).catch((error: unknown) => {
      // Closed or given another password at this moment, an account has no sessions left.
      if (!isRefusal(error)) throw error
    })
  }
  return generateExpiredPayloadCookie(cookieOptions(payload))
}

type Registers = Awaited<ReturnType<typeof registers>>

const cookieOptions = (payload: Registers) => ({
  collectionAuthConfig: payload.collections.operators.config.auth,
  cookiePrefix: payload.config.cookiePrefix,
})

/**
 * Payload's "wrong password" or our "account closed". By its status and not by its class: Next loads
 * Payload several times in one process, and each copy has classes of its own.
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 401

const derive = promisify(pbkdf2)

/** The same work that Payload does to check a password (600,000 rounds of PBKDF2-SHA-256). */
async function spendTheTimeOfAPassword(password: string): Promise<void> {
  await derive(password, randomBytes(32).toString('hex'), 600_000, 32, 'sha256')
}
