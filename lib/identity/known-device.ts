import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'payload/shared'
import { newCredential } from './secrets.ts'

/** Half a year: whoever has not signed in for so long is a stranger again. */
const MAX_AGE_SECONDS = 182 * 24 * 3600

/**
 * The value of a Set-Cookie header by which a browser that has signed in to an account is known again. One for each
 * account, because a counter's computer serves several people. It opens nothing and names nobody.
 */
export function deviceCookie(email: string, { key, isSecure }: { key: string; isSecure: boolean }): string {
  const device = newCredential()
  const value = `${device}.${signatureOf(device, email, key).toString('base64url')}`
  const secure = isSecure ? '; Secure' : ''
  return `${nameFor(email, key)}=${value}; Path=/api/staff/sign-in; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Strict${secure}`
}

/** Which browser this is, if one that has signed in to this very account before; null: a stranger to it. */
export function knownDevice(headers: Headers, email: string, key: string): string | null {
  const [device = '', signature = ''] = parseCookies(headers).get(nameFor(email, key))?.split('.') ?? []
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(device, email, key)
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null
}

const nameFor = (email: string, key: string): string =>
  `pronto-known-${hmac(`account ${email}`, key).toString('hex').slice(0, 16)}`

const signatureOf = (device: string, email: string, key: string): Buffer =>
  hmac(`known ${device} ${email}`, key)

const hmac = (text: string, key: string): Buffer => createHmac('sha256', key).update(text).digest()
