import { createCallMedia, type WholeCallMedia } from './call-media.ts'
import { type CallMediaState, DEFAULT_DEVICES, type DeviceChoice } from './call-media-state.ts'
import { loadLiveKit } from './load-livekit.ts'
import type { RoomTicket } from './room-ticket.ts'

/** One end of a call without its screens, for trials with real media in a real browser. */
export interface Trial {
  media: WholeCallMedia
  /** Tickets by room and identity, put here before a plan names them. */
  tickets: Map<string, RoomTicket>
  /** What its person has chosen. */
  chosen: DeviceChoice
  /** How many tickets were asked for. */
  asked: number
  /** Every room reported as joined, in order. */
  joined: string[]
  states: CallMediaState[]
  /** Packets of topic `trial` that were handed on, as `from: text`. */
  heard: string[]
  /** For counting LiveKit's rooms in the heap. */
  roomPrototype: Promise<object>
  video: HTMLVideoElement
  /** Copies of the camera that this page made; each must end with the camera. Weakly: a copy holds much. */
  copies: WeakRef<MediaStreamTrack>[]
  /** Instants since 1970 of the first painted picture that was not black, since `watchFirstPicture`. */
  firstPictureAt: number | null
  watchFirstPicture(): void
}

declare global {
  var trial: Trial
}

const video = document.createElement('video')
video.dataset.remote = 'true'
video.setAttribute('aria-label', 'other end')
video.style.width = '640px'
video.style.height = '360px'
document.body.append(video)

const media = createCallMedia({
  chosenDevices: () => trial.chosen,
  async fetchToken(room) {
    trial.asked++
    const ticket = trial.tickets.get(`${room.name} ${room.identity}`)
    if (!ticket) throw new Error('no ticket now')
    return ticket
  },
  onJoined: (room) => trial.joined.push(room.name),
})

const own: Trial = {
  media,
  tickets: new Map(),
  chosen: DEFAULT_DEVICES,
  asked: 0,
  joined: [],
  states: [media.state()],
  heard: [],
  roomPrototype: loadLiveKit().then(({ Room }) => Room.prototype),
  video,
  copies: [],
  firstPictureAt: null,
  watchFirstPicture,
}
globalThis.trial = own
media.subscribe(() => trial.states.push(media.state()))
media.attachRemote(video)
media.packets.on('trial', (from, bytes) => trial.heard.push(`${from}: ${new TextDecoder().decode(bytes)}`))

const clone = MediaStreamTrack.prototype.clone
MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
  const copy = clone.call(this)
  trial.copies.push(new WeakRef(copy))
  return copy
}

const canvas = new OffscreenCanvas(16, 9)
const brush = canvas.getContext('2d', { willReadFrequently: true })

function watchFirstPicture() {
  trial.firstPictureAt = null
  const look = () => {
    const at = performance.timeOrigin + performance.now()
    if (isLit()) trial.firstPictureAt = at
    else video.requestVideoFrameCallback(look)
  }
  video.requestVideoFrameCallback(look)
}

/** More than half of the picture is not black. */
function isLit(): boolean {
  if (!brush || video.videoWidth === 0) return false
  brush.drawImage(video, 0, 0, canvas.width, canvas.height)
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height)
  let lit = 0
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 60) lit++
  }
  return lit > data.length / 8
}
