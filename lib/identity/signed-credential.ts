import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { newCredential } from './secrets.ts'

/** Whom a credential was made for, and when, in milliseconds since 1970. */
interface SignedFor {
  deviceId: string
  issuedAt: number
}

/** A credential that says what it was made for, and that only whoever has `key` can have made. */
export function signedCredential({ deviceId, issuedAt }: SignedFor, key: string): string {
  const said = `${newCredential()}.${deviceId}.${issuedAt}`
  return `${said}.${signatureOf(said, key).toString('base64url')}`
}

/** What a credential says of itself; null: nothing, or nothing that we have signed. */
export function readSignedCredential(credential: string, key: string): SignedFor | null {
  const said = credential.slice(0, Math.max(credential.lastIndexOf('.'), 0))
  const given = Buffer.from(credential.slice(said.length + 1), 'base64url')
  const expected = signatureOf(said, key)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [, deviceId, issuedAt] = said.split('.')
  const read = Said.safeParse({ deviceId, issuedAt })
  return read.success ? read.data : null
}

const Said = z.object({ deviceId: z.uuid(), issuedAt: z.coerce.number().int().positive() })

const signatureOf = (said: string, key: string): Buffer =>
  createHmac('sha256', key).update(`totem credential ${said}`).digest()
