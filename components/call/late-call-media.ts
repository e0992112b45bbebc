import type { Channels } from '@/lib/switchboard/board.ts'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { CallMedia, OpenedDevices, WholeCallMedia } from './call-media.ts'
import { MEDIA_AT_REST, type SoundAndPicture } from './call-media-state.ts'
import { TEXT_AT_REST } from './text/text-state.ts'

/** A call's media that arrives when a call is near: until then nothing of it weighs on the page. */
export interface LateCallMedia extends CallMedia {
  /** A call is near: fetch it now, so that it is here in time. */
  prepare: () => void
  /** The real media; null until it has come. */
  whole: () => WholeCallMedia | null
}

export interface LateCallMediaOptions {
  load: () => Promise<WholeCallMedia>
  /** It could not be fetched although a call needs it: the network, or a page from before an update. */
  onMissing: () => void
  /**
   * The devices open this much later than asked. A call is placed in the same touch, and a small computer that
   * opens a camera at once keeps the ring waiting: measured on two cores, 25 ms of 100.
   */
  openAfterMs: number
}

/**
 * Stands in for the real media, remembers what was asked of it, and hands that over as soon as the
 * real one has come. Before, nothing can leave the page: there is nothing to send with.
 */
export function createLateCallMedia({ load, onMissing, openAfterMs }: LateCallMediaOptions): LateCallMedia {
  let media: WholeCallMedia | null = null
  let loading: Promise<WholeCallMedia | null> | null = null
  let plan: MediaPlan | null = null
  let muted: Partial<SoundAndPicture> | null = null
  /** What the page before had declared. */
  let declared: Channels | null = null
  /** Counts closings: what was asked for before one must not be opened after it. */
  let session = 0
  const listeners = new Set<() => void>()
  /** What is to be opened once the real one is here. */
  let wantedDevices: SoundAndPicture | null = null
  const waiting = new Set<(real: CallMedia) => void>()

  const tell = () => {
    for (const listener of listeners) listener()
  }

  const fetchOnce = (): Promise<WholeCallMedia | null> => {
    loading ??= load().then(arrived, () => {
      loading = null
      return null
    })
    return loading
  }

  const arrived = (real: WholeCallMedia): WholeCallMedia => {
    media = real
    real.subscribe(tell)
    for (const act of waiting) act(real)
    waiting.clear()
    // Before the plan, which opens everything unless it was said that nothing is wanted.
    if (wantedDevices && !wantedDevices.sound && !wantedDevices.picture) void real.openDevices(wantedDevices)
    if (plan) real.apply(plan)
    // After the plan: a new room starts with nothing switched off.
    if (declared) real.muteUndeclared(declared)
    if (muted) real.setUserMuted(muted)
    tell()
    return real
  }

  const need = async (): Promise<CallMedia | null> => {
    const real = media ?? (await fetchOnce())
    if (!real) onMissing()
    return real
  }

  /** Does this as soon as the real one is here, unless it has been undone by then. Fetches nothing. */
  const onceHere = (act: (real: CallMedia) => () => void): (() => void) => {
    if (media) return act(media)
    let undo = () => {}
    const late = (real: CallMedia) => {
      undo = act(real)
    }
    waiting.add(late)
    return () => {
      waiting.delete(late)
      undo()
    }
  }

  return {
    prepare: () => void fetchOnce(),
    whole: () => media,
    async openDevices(wanted) {
      const asked = session
      wantedDevices = wanted ?? null
      const isNothing = wanted && !wanted.sound && !wanted.picture
      // That nothing is wanted must be known before the plan, which opens everything.
      const [real] = await Promise.all([need(), isNothing ? undefined : pause(openAfterMs)])
      return real && asked === session ? real.openDevices(wanted) : NOTHING_OPENED
    },
    closeDevices() {
      session++
      muted = declared = null
      wantedDevices = null
      media?.closeDevices()
    },
    apply(next) {
      plan = next
      if (media) media.apply(next)
      else if (next.room) void need()
    },
    setUserMuted(next) {
      muted = { ...muted, ...next }
      media?.setUserMuted(next)
    },
    muteUndeclared(told) {
      declared = told
      media?.muteUndeclared(told)
    },
    setVolume: (volume) => media?.setVolume(volume),
    boundPicture: (bits) => media?.boundPicture(bits),
    stats: async () => media?.stats() ?? [],
    sounds: () => media?.sounds() ?? [],
    attachRemote(element) {
      void fetchOnce()
      return onceHere((real) => real.attachRemote(element))
    },
    attachCurtain: (element, side) => onceHere((real) => real.attachCurtain(element, side)),
    afterPicture: (paint) => (media ? media.afterPicture(paint) : paint()),
    attachOther: (identity, element) => onceHere((real) => real.attachOther(identity, element)),
    resumeSound: async () => media?.resumeSound(),
    text: {
      state: () => media?.text.state() ?? TEXT_AT_REST,
      subscribe: (listener) => onceHere((real) => real.text.subscribe(listener)),
      write: (text) => media?.text.write(text),
      append: (text) => media?.text.append(text),
      erase: () => media?.text.erase(),
      call: (names) => media?.text.call(names),
    },
    packets: {
      send: (topic, bytes, to) => media?.packets.send(topic, bytes, to) ?? false,
      on: (topic, listener) => onceHere((real) => real.packets.on(topic, listener)),
    },
    state: () => media?.state() ?? MEDIA_AT_REST,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      session++
      plan = muted = declared = null
      await media?.stop()
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const NOTHING_OPENED: OpenedDevices = {
  sound: { ok: false, why: 'missing' },
  picture: { ok: false, why: 'missing' },
}
