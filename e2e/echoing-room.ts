import type { Page } from '@playwright/test'

/** The room in which a page's microphone stands. */
export interface EchoingRoom {
  /** How loud, 0 to 1, the microphone takes up the person before it, and what the page plays. */
  set(voice: number, loudspeaker: number): Promise<void>
}

/**
 * From now on the microphone of this page hears its loudspeaker too, as much as is asked for, a tenth of a second
 * later: what a sound card and a room take. Call it before the page opens its microphone.
 */
export async function echoingRoom(page: Page): Promise<EchoingRoom> {
  await page.evaluate(() => {
    const room = new AudioContext()
    const voice = room.createGain()
    const loudspeaker = room.createGain()
    const way = room.createDelay()
    const microphone = room.createMediaStreamDestination()
    loudspeaker.gain.value = 0
    way.delayTime.value = 0.1
    voice.connect(microphone)
    loudspeaker.connect(way).connect(microphone)
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      if (stream.getAudioTracks().length === 0) return stream
      room.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(voice)
      return new MediaStream([...stream.getVideoTracks(), ...microphone.stream.getAudioTracks()])
    }
    const played = new Set<MediaStreamTrack>()
    setInterval(() => {
      for (const { kind, track } of globalThis.farEnd.remoteTracks) {
        if (kind !== 'audio' || played.has(track)) continue
        played.add(track)
        room.createMediaStreamSource(new MediaStream([track])).connect(loudspeaker)
      }
    }, 200)
    globalThis.roomSounds = { voice, loudspeaker }
  })
  return {
    set: (voice, loudspeaker) =>
      page.evaluate(
        ([one, other]) => {
          globalThis.roomSounds.voice.gain.value = one
          globalThis.roomSounds.loudspeaker.gain.value = other
        },
        [voice, loudspeaker] as const,
      ),
  }
}

declare global {
  var roomSounds: { voice: GainNode; loudspeaker: GainNode }
}
