import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** No I, L, O, U: nobody mistakes one for a digit, or reads a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10

/** 256 random bits for a cookie. */
export const newCredential = (): string => randomBytes(32).toString('base64url')

/** What is stored of a credential. No salt and no slow hash: 256 random bits cannot be guessed. */
export const credentialHash = (credential: string): Buffer => createHash('sha256').update(credential).digest()

/** Fifty random bits for a person to type, as `4K7QD-M2XWA`. */
export function newEnrolmentCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/**
 * What is stored of an enrolment code, however it was typed: without dashes or spaces, in either case,
 * with O for 0 and I or L for 1. Keyed, because a code is short enough to be searched for.
 */
export function enrolmentCodeHash(typed: string, key: string): Buffer {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return createHmac('sha256', key).update(`enrolment ${code}`).digest()
}
