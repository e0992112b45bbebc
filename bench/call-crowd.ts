import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { LocalTrack, RemoteTrack, Room, RoomOptions } from 'livekit-client'
import {
  CAMERA,
  CAMERA_PUBLISH,
  MICROPHONE,
  MICROPHONE_PUBLISH,
  ROOM_OPTIONS,
} from '../components/call/livekit-options.ts'
import { type MediaServer, openBarePage } from '../e2e/bare-participant.ts'
import { assembleCrew } from '../e2e/crew.ts'
import { GRAINY } from '../e2e/media/camera-file.ts'
import { type Face, faceOfColour, GREEN, RED } from '../e2e/media/faces.ts'
import { createTicketOffice } from '../lib/livekit/join-token.ts'
import { createRooms } from '../lib/livekit/rooms.ts'
import { callId } from '../lib/switchboard/ids.ts'
import { roomName } from '../lib/switchboard/views.ts'
import { type Counted, countedIn, type Report } from './call-counts.ts'

/**
 * Calls of two on one media server, as Pronto makes them: its rooms, its tickets, its cameras' and microphones'
 * settings. All visitors share one page of one browser, all operators another, because browsers cost more than
 * the media server.
 */
export interface Crowd {
  calls(): number
  /** One call more. Resolves when both ends have a picture and a sound of the other. */
  addCall(): Promise<void>
  /** What each participant's browser has counted since it joined: two for each call. */
  counts(): Promise<Counted[]>
  /** Of each participant, in the same order: whether they see, at this moment, the face that is at the other end. */
  sights(): Promise<boolean[]>
  close(): Promise<void>
}

interface Side {
  page: Page
  face: Face
  other: Face
}

declare global {
  var seats: { room: Room; received: RemoteTrack[] }[]
  var ownDevices: Promise<MediaStream>
}

export async function openCrowd(server: MediaServer, folder: string): Promise<Crowd> {
  const crew = assembleCrew(folder, 'light')
  const rooms = createRooms({ ...server, installation: 'bench' })
  const ticketFor = createTicketOffice({ ...server, publicUrl: server.url })
  const openSide = async (face: Face, other: Face): Promise<Side> => {
    const { page } = await crew.open({ face, format: GRAINY })
    await openBarePage(page, server)
    await page.evaluate(openDevices, { audio: UNTREATED, video: CAMERA })
    return { page, face, other }
  }
  const visitors = await openSide(RED, GREEN)
  const operators = await openSide(GREEN, RED)
  const sides = [visitors, operators]
  let calls = 0

  const seat = async ({ page }: Side, end: 'totem' | 'desk', room: string) => {
    const { url, token } = await ticketFor(end, room, end)
    await page.evaluate(takeSeat, { url, token, options: OPTIONS })
  }
  return {
    calls: () => calls,
    async addCall() {
      const id = callId(randomUUID())
      await rooms.openRoom(id)
      await Promise.all([seat(visitors, 'totem', roomName(id)), seat(operators, 'desk', roomName(id))])
      await Promise.all(sides.map(({ page }) => page.waitForFunction(isEverybodyServed)))
      calls += 1
    },
    async counts() {
      const reports = await Promise.all(sides.map(({ page }) => page.evaluate(reportSeats)))
      return reports.flat().map(countedIn)
    },
    async sights() {
      const colours = await Promise.all(sides.map(({ page }) => page.evaluate(coloursSeen)))
      return sides.flatMap(({ other }, at) =>
        (colours[at] ?? []).map((rgb) => rgb !== null && faceOfColour(rgb) === other.name),
      )
    },
    close: crew.close,
  }
}

/** Whoever takes noise and echo out of a tone that does not end takes the tone. */
const UNTREATED: MediaTrackConstraints = {
  ...MICROPHONE,
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
}

// A function does not cross into a page; how a lost connection is made again is not measured here.
const { reconnectPolicy: _, ...plain } = ROOM_OPTIONS
const room: Pick<RoomOptions, 'adaptiveStream' | 'dynacast' | 'singlePeerConnection'> = plain
const OPTIONS = { room, camera: CAMERA_PUBLISH, microphone: MICROPHONE_PUBLISH }

// Each of these runs in the page.

async function openDevices(wanted: MediaStreamConstraints): Promise<void> {
  globalThis.seats = []
  globalThis.ownDevices = navigator.mediaDevices.getUserMedia(wanted)
  await globalThis.ownDevices
}

async function takeSeat(given: { url: string; token: string; options: typeof OPTIONS }): Promise<void> {
  const { LocalAudioTrack, LocalVideoTrack, Room, RoomEvent, Track } = globalThis.LivekitClient
  const { url, token, options } = given
  const room = new Room(options.room)
  const received: RemoteTrack[] = []
  globalThis.seats.push({ room, received })
  room.on(RoomEvent.TrackSubscribed, (track) => {
    // Played, but in no document: what is shown must be painted, and that costs the machine for nothing.
    track.attach()
    received.push(track)
  })
  await room.connect(url, token)
  const own = await globalThis.ownDevices
  const [picture] = own.getVideoTracks()
  const [sound] = own.getAudioTracks()
  if (!picture || !sound) throw new Error('no camera or no microphone')
  const camera = new LocalVideoTrack(picture.clone(), undefined, true)
  // Not assignable to its own base under exactOptionalPropertyTypes, for a field that nobody sets here.
  const microphone = new LocalAudioTrack(sound.clone(), undefined, true) as LocalTrack
  await room.localParticipant.publishTrack(microphone, {
    ...options.microphone,
    source: Track.Source.Microphone,
  })
  await room.localParticipant.publishTrack(camera, { ...options.camera, source: Track.Source.Camera })
}

/** Both tracks of the other end have come, and a picture is there to be seen. */
function isEverybodyServed(): boolean {
  return globalThis.seats.every(
    ({ received }) =>
      received.length === 2 &&
      received.every(({ attachedElements: [element] }) => element && element.readyState >= 2),
  )
}

/** For each seat the statistics of all that it sends and receives. */
async function reportSeats(): Promise<Report[][]> {
  return await Promise.all(
    globalThis.seats.map(async ({ room, received }) => {
      const sent = [...room.localParticipant.trackPublications.values()].map(({ track }) => track?.sender)
      const ends = [...sent, ...received.map(({ receiver }) => receiver)]
      const reports = await Promise.all(ends.flatMap((end) => (end ? [end.getStats()] : [])))
      return reports.map((report) => [...report])
    }),
  )
}

/** For each seat the mean colour of the picture that it gets; null: it gets none. */
function coloursSeen(): ([number, number, number] | null)[] {
  return globalThis.seats.map(({ received }) => {
    const elements = received.flatMap(({ attachedElements }) => attachedElements)
    const video = elements.find((element) => element instanceof HTMLVideoElement)
    return video ? globalThis.farEnd.meanColour(video) : null
  })
}
