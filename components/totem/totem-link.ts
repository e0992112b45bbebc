import { sendCommand } from '@/lib/events/send-command.ts'
import { subscribeView } from '@/lib/events/subscribe-view.ts'
import { VIEW_TIMEOUT_MS } from '@/lib/switchboard/media-plan.ts'
import type { TotemView } from '@/lib/switchboard/views.ts'
import { pageClock } from './page-clock.ts'
import type { Link } from './screen.ts'

/** What this page knows from the server, replaced whole on every change. */
export interface LinkState {
  link: Link
  view: TotemView | null
  /** `performance.now()` when the stream last proved that `view` is current. */
  provedAt: number
  /** Names this page in every command; null until the server has given it. */
  epoch: number | null
  /** What to add to `pageClock` to get the server's. */
  clockOffsetMs: number
}

/** Who is told. Views reach `onView` before `onChange`: an answer must not wait for a screen to be painted. */
export interface LinkListener {
  onView: (view: TotemView) => void
  onBeat: () => void
  onChange: (state: LinkState) => void
}

export const NO_LINK: LinkState = { link: 'opening', view: null, provedAt: 0, epoch: null, clockOffsetMs: 0 }

/** The outside world, for tests. */
export interface LinkPorts {
  send: typeof sendCommand
  subscribe: typeof subscribeView<TotemView>
  /** Answers the HTTP status, 0 when there was none. */
  beat: (url: string, body: unknown) => Promise<number>
}

const PORTS: LinkPorts = { send: sendCommand, subscribe: subscribeView, beat: postBeat }

/**
 * Makes this page the one that speaks for its totem and keeps it so: takes an epoch, listens to the
 * stream, beats every 5 s. Stops by itself once a newer page has taken over.
 *
 * @returns stops it; nothing is called afterwards
 */
export function openTotemLink(slug: string, listener: LinkListener, ports: LinkPorts = PORTS): () => void {
  let state = NO_LINK
  let isStopped = false
  let stopStream = () => {}
  let beats: ReturnType<typeof setInterval> | undefined
  let staleness: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let blip: ReturnType<typeof setTimeout> | undefined

  const change = (part: Partial<LinkState>) => {
    if (isStopped) return
    state = { ...state, ...part }
    listener.onChange(state)
  }
  const quiet = () => {
    stopStream()
    clearInterval(beats)
    clearTimeout(staleness)
    clearTimeout(retry)
    clearTimeout(blip)
  }
  const watchStaleness = () => {
    clearTimeout(staleness)
    staleness = setTimeout(() => change({ link: 'stale' }), VIEW_TIMEOUT_MS)
  }
  const proved = (receivedAt: number, part: Partial<LinkState>) => {
    clearTimeout(blip)
    blip = undefined
    watchStaleness()
    change({ link: 'up', provedAt: receivedAt, ...part })
  }
  const unregistered = () => {
    quiet()
    // Whatever call the last view had is not this device's any more: its media stops now.
    if (state.view) listener.onView({ ...state.view, page: 'replaced', call: null })
    change({ link: 'unregistered' })
  }

  /** A stream that is back at once was never worth a word. */
  const down = () => {
    blip ??= setTimeout(() => {
      if (state.link !== 'stale') change({ link: 'down' })
    }, BLIP_MS)
  }

  const listen = (epoch: number) => {
    stopStream = ports.subscribe(totemUrl('/api/totem/stream', slug, { epoch }), {
      onView(view, receivedAt) {
        listener.onView(view)
        proved(receivedAt, { view, clockOffsetMs: view.serverNow - pageClock() })
        if (view.page === 'replaced') quiet()
      },
      onBeat(receivedAt) {
        listener.onBeat()
        proved(receivedAt, {})
      },
      onDown: down,
    })
    beats = setInterval(() => void beat(epoch), BEAT_MS)
  }

  const beat = async (epoch: number) => {
    const status = await ports.beat(totemUrl('/api/totem/beat', slug), { epoch })
    if (!isStopped && GONE.has(status)) unregistered()
  }

  const open = async () => {
    const answer = await ports.send<{ epoch: number }>(totemUrl('/api/totem/pages', slug), {})
    if (isStopped) return
    if (answer.ok) {
      change({ epoch: answer.value.epoch })
      listen(answer.value.epoch)
    } else if (UNREGISTERED.has(answer.refusal)) {
      unregistered()
    } else {
      down()
      retry = setTimeout(() => void open(), REOPEN_MS)
    }
  }

  watchStaleness()
  void open()
  return () => {
    isStopped = true
    quiet()
  }
}

/** The address of a totem's command or stream. */
export function totemUrl(path: string, slug: string, more: Readonly<Record<string, number>> = {}): string {
  const query = new URLSearchParams({ totem: slug })
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return `${path}?${query}`
}

const BEAT_MS = 5_000
const REOPEN_MS = 3_000
const BLIP_MS = 1_500

/** The credential was withdrawn or the totem is gone. */
const UNREGISTERED: ReadonlySet<string> = new Set(['not-signed-in', 'not-allowed', 'not-found'])
const GONE: ReadonlySet<number> = new Set([401, 403, 404])

/** A beat that fails is no news: the next one comes, and the stream tells what matters. */
async function postBeat(url: string, body: unknown): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status
  } catch {
    return 0
  }
}
