import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { CallMedia, OpenedDevices } from './call-media.ts'
import { MEDIA_AT_REST, type SoundAndPicture } from './call-media-state.ts'

/** A call's media that arrives when a call is near: until then nothing of it weighs on the page. */
export interface LateCallMedia extends CallMedia {
  /** A call is near: fetch it now, so that it is here in time. */
  prepare: () => void
}

export interface LateCallMediaOptions {
  load: () => Promise<CallMedia>
  /** It could not be fetched although a call needs it: the network, or a page from before an update. */
  onMissing: () => void
}

/**
 * Stands in for the real media, remembers what was asked of it, and hands that over as soon as the
 * real one has come. Before, nothing can leave the page: there is nothing to send with.
 */
export function createLateCallMedia({ load, onMissing }: LateCallMediaOptions): LateCallMedia {
  let media: CallMedia | null = null
  let loading: Promise<CallMedia | null> | null = null
  let plan: MediaPlan | null = null
  let muted: Partial<SoundAndPicture> | null = null
  /** Counts closings: what was asked for before one must not be opened after it. */
  let session = 0
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const listener of listeners) listener()
  }

  const fetchOnce = (): Promise<CallMedia | null> => {
    loading ??= load().then(arrived, () => {
      loading = null
      return null
    })
    return loading
  }

  const arrived = (real: CallMedia): CallMedia => {
    media = real
    real.subscribe(tell)
    if (plan) real.apply(plan)
    // After the plan: a new room starts with nothing switched off.
    if (muted) real.setUserMuted(muted)
    tell()
    return real
  }

  const need = async (): Promise<CallMedia | null> => {
    const real = media ?? (await fetchOnce())
    if (!real) onMissing()
    return real
  }

  return {
    prepare: () => void fetchOnce(),
    async openDevices(wanted) {
      const asked = session
      const real = await need()
      return real && asked === session ? real.openDevices(wanted) : NOTHING_OPENED
    },
    closeDevices() {
      session++
      muted = null
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
    attachRemote(element) {
      let isOff = false
      let detach = () => {}
      const attach = (real: CallMedia | null) => {
        if (real && !isOff) detach = real.attachRemote(element)
      }
      if (media) attach(media)
      else void fetchOnce().then(attach)
      return () => {
        isOff = true
        detach()
      }
    },
    resumeSound: async () => media?.resumeSound(),
    state: () => media?.state() ?? MEDIA_AT_REST,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      session++
      plan = null
      muted = null
      await media?.stop()
    },
  }
}

const NOTHING_OPENED: OpenedDevices = {
  sound: { ok: false, why: 'missing' },
  picture: { ok: false, why: 'missing' },
}
