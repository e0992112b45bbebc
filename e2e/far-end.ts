/**
 * What a page has received from the other end of a call, watched from before its first script runs.
 * `watchFarEnd` is handed to the browser as text (`addInitScript`), so it may use nothing from
 * outside itself; that is why it is one long function.
 *
 * It does not trust the page: besides the page's own `<video data-remote>`, it plays every remote
 * track in a sentinel element of its own, so that a picture or a sound which arrives but is not
 * shown is noticed too. Times are milliseconds since 1970, comparable between the browsers of one machine.
 */
export interface FarEnd {
  /** Addresses of every ICE server that any connection was ever given. */
  iceServers: Set<string>
  connections: Set<RTCPeerConnection>
  /** Tracks of cameras and microphones that this page has opened. */
  ownTracks: Set<MediaStreamTrack>
  remoteTracks: RemoteTrack[]
  /** Elements that this page has told to play, in the document or not. */
  players: Set<HTMLMediaElement>
  /** First frame that was not black on any remote track, shown or not; `light` watching takes any frame for one. */
  firstPictureAt: number | null
  /** First energy on any remote sound, played or not; `light` watching does not look. */
  firstSoundAt: number | null
  /** First frame that was not black in the page's own remote picture. */
  firstShownAt: number | null
  /** Forgets what was received, for a page that goes on to another call. */
  startOver(): void
  /** Share of the pixels that are not black, 0 to 1. */
  nonBlackShare(video: HTMLVideoElement): number
  meanColour(video: HTMLVideoElement): [number, number, number]
}

export interface RemoteTrack {
  kind: string
  arrivedAt: number
  track: MediaStreamTrack
  /** Sound only: what the sentinel hears. */
  analyser: AnalyserNode | null
  /** Sound only: the element that plays it for the analyser. */
  sentinel: HTMLMediaElement | null
  /** Sound only: gives the analyser's place to another, in an audio graph of its own. */
  listenAnew(): void
}

declare global {
  var farEnd: FarEnd
}

/** @param isLight for measurements: reads no pixels of what the page does not show, and lets no sound card run: both take what is measured */
export function watchFarEnd(isLight: boolean): void {
  if ('farEnd' in globalThis) return
  const now = () => performance.timeOrigin + performance.now()
  const canvas = document.createElement('canvas')
  canvas.width = 32
  canvas.height = 18
  const brush = canvas.getContext('2d', { willReadFrequently: true })

  const pixels = (video: HTMLVideoElement): Uint8ClampedArray => {
    if (!brush || video.videoWidth === 0) return new Uint8ClampedArray()
    brush.drawImage(video, 0, 0, canvas.width, canvas.height)
    return brush.getImageData(0, 0, canvas.width, canvas.height).data
  }
  const nonBlackShare = (video: HTMLVideoElement): number => {
    const data = pixels(video)
    if (data.length === 0) return 0
    let lit = 0
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) > 60) lit += 1
    }
    return lit / (data.length / 4)
  }
  const meanColour = (video: HTMLVideoElement): [number, number, number] => {
    const data = pixels(video)
    const sum: [number, number, number] = [0, 0, 0]
    for (let i = 0; i < data.length; i += 4) {
      sum[0] += data[i] ?? 0
      sum[1] += data[i + 1] ?? 0
      sum[2] += data[i + 2] ?? 0
    }
    const count = Math.max(1, data.length / 4)
    return [sum[0] / count, sum[1] / count, sum[2] / count]
  }

  const seen: FarEnd = {
    iceServers: new Set(),
    connections: new Set(),
    ownTracks: new Set(),
    remoteTracks: [],
    players: new Set(),
    firstPictureAt: null,
    firstSoundAt: null,
    firstShownAt: null,
    startOver() {
      Object.assign(seen, { firstPictureAt: null, firstSoundAt: null, firstShownAt: null })
      seen.remoteTracks = seen.remoteTracks.filter(({ track }) => track.readyState === 'live')
      seen.connections = new Set(
        [...seen.connections].filter(({ connectionState }) => connectionState !== 'closed'),
      )
      watched = new WeakSet()
      lookForPictures()
    },
    nonBlackShare,
    meanColour,
  }
  globalThis.farEnd = seen

  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    seen.players.add(this)
    return play.call(this)
  }
  const playUnnoticed = (sentinel: HTMLMediaElement) => void play.call(sentinel).catch(() => undefined)

  /**
   * Calls `then` once, at the first frame of `video` that counts, with the moment at which the browser gave it to
   * its compositor. The way from there to the screen is the machine's: by the compositor's own reports 14 to 84 ms
   * without a graphics card, in the middle 35. `expectedDisplayTime` is no measure of it: after a picture that was
   * hidden it lay 50 to 1,300 ms behind frames that had long reached the screen.
   */
  const atFirstPicture = (video: HTMLVideoElement, counts: () => boolean, then: (at: number) => void) => {
    const look = (_: number, { presentationTime }: VideoFrameCallbackMetadata) => {
      if (counts()) then(performance.timeOrigin + presentationTime)
      else video.requestVideoFrameCallback(look)
    }
    video.requestVideoFrameCallback(look)
  }
  const isPicture = (video: HTMLVideoElement) => nonBlackShare(video) > 0.5

  const watchPicture = (track: MediaStreamTrack) => {
    const sentinel = document.createElement('video')
    sentinel.muted = true
    sentinel.srcObject = new MediaStream([track])
    const counts = () => isLight || isPicture(sentinel)
    atFirstPicture(sentinel, counts, (at) => {
      seen.firstPictureAt ??= at
      sentinel.srcObject = null
    })
    playUnnoticed(sentinel)
  }

  let ear: AudioContext | null = null
  const watchSound = (track: MediaStreamTrack, context: AudioContext) => {
    // Chromium feeds a remote track to WebAudio only while an unmuted element plays it.
    const sentinel = new Audio()
    sentinel.srcObject = new MediaStream([track])
    playUnnoticed(sentinel)
    const analyser = context.createAnalyser()
    analyser.fftSize = 4096
    analyser.smoothingTimeConstant = 0
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const listening = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      if (samples.some((sample) => Math.abs(sample) > 0.01)) seen.firstSoundAt ??= now()
      if (seen.firstSoundAt !== null || track.readyState === 'ended') clearInterval(listening)
    }, 40)
    return { analyser, sentinel }
  }

  const note = (configuration: RTCConfiguration | undefined) => {
    for (const server of configuration?.iceServers ?? []) {
      for (const url of [server.urls].flat()) seen.iceServers.add(url)
    }
  }
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      note(configuration)
      seen.connections.add(this)
      this.addEventListener('track', ({ track }) => {
        // Comes again for the same track at every renegotiation that turns it on.
        if (seen.remoteTracks.some((known) => known.track === track)) return
        if (track.kind === 'video') watchPicture(track)
        const isListenedTo = track.kind === 'audio' && !isLight
        if (isListenedTo) ear ??= new AudioContext()
        const heard = isListenedTo && ear ? watchSound(track, ear) : { analyser: null, sentinel: null }
        const listenAnew = () => {
          if (known.sentinel) known.sentinel.srcObject = null
          Object.assign(known, watchSound(track, new AudioContext()))
        }
        const known: RemoteTrack = { kind: track.kind, arrivedAt: now(), track, ...heard, listenAnew }
        seen.remoteTracks.push(known)
      })
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      note(configuration)
      super.setConfiguration(configuration)
    }
  }

  const devices = navigator.mediaDevices
  const open = devices?.getUserMedia.bind(devices)
  if (open) {
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      for (const track of stream.getTracks()) seen.ownTracks.add(track)
      return stream
    }
  }

  let watched = new WeakSet<Element>()
  const lookForPictures = () => {
    for (const video of document.querySelectorAll('video')) {
      if (video.dataset.remote !== 'true' || watched.has(video)) continue
      watched.add(video)
      const counts = () => isPicture(video)
      atFirstPicture(video, counts, (at) => {
        seen.firstShownAt ??= at
      })
    }
  }
  new MutationObserver(lookForPictures).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-remote'],
  })
}
