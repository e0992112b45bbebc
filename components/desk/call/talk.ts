import type { DeskWork } from '@/lib/switchboard/views.ts'
import type { OfferCommands } from './offer-commands.ts'

/** A call in hand, and what its desk can ask. */
export interface Talk {
  work: Extract<DeskWork, { kind: 'in_call' }>
  offer: OfferCommands
}

/** The visitor waits for this desk alone; a colleague who is being asked is another matter. */
export const isOnHold = ({ hold, colleague }: Talk['work']): boolean => hold !== null && colleague === null

/** This desk moves the call; whoever was called in does not. */
export const isHolder = ({ colleague }: Talk['work']): boolean => colleague?.part !== 'first'

/** This desk is busy with a colleague, and the visitor holds: nothing can be shown to them, nobody let in. */
export const isAsking = ({ hold, colleague }: Talk['work']): boolean => hold !== null && colleague !== null
