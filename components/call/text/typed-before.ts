import type { PlannedRoom } from '../room-ticket.ts'

const STORAGE_KEY = 'pronto.call.typed'

/** That something has been typed in a room, and no word of it: for a totem that is loaded anew in the middle of a call. */
export interface TypedBefore {
  note: (room: PlannedRoom) => void
  /** This page or the one before it has noted this very room. */
  was: (room: PlannedRoom) => boolean
  forget: () => void
}

/** Kept by the tab for as long as the call lasts. */
export const TYPED_IN_THIS_TAB: TypedBefore = {
  note: (room) => sessionStorage.setItem(STORAGE_KEY, nameOf(room)),
  was: (room) => sessionStorage.getItem(STORAGE_KEY) === nameOf(room),
  forget: () => sessionStorage.removeItem(STORAGE_KEY),
}

const nameOf = ({ name, identity }: PlannedRoom): string => `${name} ${identity}`
