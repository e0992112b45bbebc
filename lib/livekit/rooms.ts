import { randomUUID } from 'node:crypto'
import { RoomServiceClient } from 'livekit-server-sdk'
import type { CallId } from '../switchboard/ids.ts'
import type { MediaServer } from '../switchboard/shell/media-server.ts'
import { consultRoomName, roomName } from '../switchboard/views.ts'
import { MediaServerError } from './media-server-error.ts'

/** The rooms of our calls. Everything here throws `MediaServerError` when it did not work. */
export interface Rooms extends MediaServer {
  /** Identities that are in the room now; null: there is no such room. */
  whoIsIn: (callId: CallId) => Promise<ReadonlySet<string> | null>
  whoIsInRoomNamed: (name: string) => Promise<ReadonlySet<string> | null>
  removeFromRoomNamed: (name: string, identity: string) => Promise<void>
  /** Rooms that this installation opened, by name. */
  ownRooms: () => Promise<ReadonlySet<string>>
  closeRoomNamed: (name: string) => Promise<void>
  /** A room for one page that tries its way to the media server; gone by itself soon after. Tells its name. */
  openTrialRoom: () => Promise<string>
}

export interface RoomsOptions {
  url: string
  apiKey: string
  apiSecret: string
  /** Written on each room, so that installations that share a media server leave each other's alone. */
  installation: string
}

export function createRooms({ url, apiKey, apiSecret, installation }: RoomsOptions): Rooms {
  const service = new RoomServiceClient(url, apiKey, apiSecret, {
    requestTimeout: REQUEST_TIMEOUT_SECONDS,
    failover: false,
  })
  const closeRoomNamed = (name: string) =>
    asked(`close room ${name}`, unlessMissing(service.deleteRoom(name), undefined))
  const openRoomNamed = async (name: string) => {
    await asked(
      `open room ${name}`,
      service.createRoom({
        name,
        maxParticipants: MAX_PARTICIPANTS,
        emptyTimeout: EMPTY_TIMEOUT_SECONDS,
        departureTimeout: DEPARTURE_TIMEOUT_SECONDS,
        metadata: installation,
      }),
    )
  }
  const removeFromRoomNamed = async (name: string, identity: string) => {
    const removal = service.removeParticipant(name, identity)
    await asked(`remove ${identity} from ${name}`, unlessMissing(removal, undefined))
  }
  const rooms: Rooms = {
    openRoom: (callId) => openRoomNamed(roomName(callId)),
    closeRoom: (callId) => closeRoomNamed(roomName(callId)),
    openConsultRoom: (offerId) => openRoomNamed(consultRoomName(offerId)),
    closeConsultRoom: (offerId) => closeRoomNamed(consultRoomName(offerId)),
    closeRoomNamed,
    removeParticipant: (callId, identity) => removeFromRoomNamed(roomName(callId), identity),
    removeFromRoomNamed,
    whoIsIn: (callId) => rooms.whoIsInRoomNamed(roomName(callId)),
    async whoIsInRoomNamed(name) {
      const found = await asked(`look for room ${name}`, service.listRooms([name]))
      if (found.length === 0) return null
      const people = await asked(`list room ${name}`, unlessMissing(service.listParticipants(name), null))
      return people && new Set(people.map(({ identity }) => identity))
    },
    async openTrialRoom() {
      const name = `trial-${randomUUID()}`
      // Not signed as ours: rooms of ours without a call are closed.
      const room = { name, maxParticipants: 1, emptyTimeout: TRIAL_SECONDS, departureTimeout: 1 }
      await asked(`open room ${name}`, service.createRoom(room))
      return name
    },
    async ownRooms() {
      const listed = await asked('list rooms', service.listRooms())
      return new Set(listed.filter(({ metadata }) => metadata === installation).map(({ name }) => name))
    },
  }
  return rooms
}

/** Visitor, two operators at a hand-over, a guest, a listener, and the ghosts that crashed pages leave for 20 s. */
const MAX_PARTICIPANTS = 8

/** Our rooms are closed by us. The timeouts only tidy up after an installation that is gone for good. */
const EMPTY_TIMEOUT_SECONDS = 3_600
const DEPARTURE_TIMEOUT_SECONDS = 600

/** Longer than a page tries. */
const TRIAL_SECONDS = 30

const REQUEST_TIMEOUT_SECONDS = 2

async function asked<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw new MediaServerError(what, error)
  }
}

/** What is to be gone and is gone already is done. */
async function unlessMissing<T, M>(answer: Promise<T>, missing: M): Promise<T | M> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'not_found') return missing
    throw error
  }
}
