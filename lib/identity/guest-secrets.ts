import { createHash, createHmac } from 'node:crypto'
import type { GuestId, OfferId } from '../switchboard/ids.ts'
import { guestId } from '../switchboard/ids.ts'

/**
 * The secret in an invite's link, 256 bits. It is worked out of the command's own key, which is random and used
 * once, so that a repeated command gives the same link although nothing of it is stored.
 */
export const inviteOf = (offer: OfferId, key: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(`invite ${offer} ${key}`).digest('base64url')

/** What a browser is given for an invite that it has used: the same if its command is repeated. */
export const visitOf = (invite: string, key: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(`visit ${invite} ${key}`).digest('base64url')

/** What is stored of either. No salt: 256 random bits cannot be guessed. */
export const guestHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A guest's name in rooms and commands. Told to everybody in the call, so it leads back to no secret. */
export const guestIdOf = (inviteHash: string): GuestId =>
  guestId(createHash('sha256').update(`guest ${inviteHash}`).digest('base64url').slice(0, 22))
