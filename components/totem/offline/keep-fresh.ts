import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import { FULL_LOCALES, type FullLocale } from '@/lib/i18n/locale.ts'
import { SPEECH_ENGINE, SPEECH_VOICES, SPEECH_WORKER } from '@/lib/speech/speech-files.ts'
import type { TotemContent } from '../content.ts'
import { totemUrl } from '../totem-link.ts'
import { SIGNS_OF_LIFE } from '../use-quiet.ts'
import { WORDS_IN } from '../use-words.ts'
import { type BuiltFiles, watchBuiltFiles } from './built-files.ts'
import { isHeldStill } from './hold-still.ts'

/** What the totem reads out, and when the server had read it. */
export interface ReadContent {
  content: Readonly<Record<FullLocale, TotemContent>>
  readAt: number
  /** The totem's measures, times and devices, which come with its content. */
  hardware: TotemHardware
}

export interface Keeping {
  slug: string
  /** The server's build that made this page. */
  build: string
  /** Nobody is at the totem, which has not been touched for so long: nothing that changes now is seen. */
  isQuiet: (untouchedMs: number) => boolean
  onContent: (read: ReadContent) => void
}

/** News reach a totem within a few minutes; the hours that come with them reach two weeks ahead. */
const REFRESH_MS = 5 * 60_000
const RETRY_MS = 20_000
/** A worker that is ended in the middle of it never answers, and the next round must come. */
const KEPT_WITHIN_MS = 2 * 60_000

/**
 * Keeps what a totem shows fresh, and kept for when there is no network. Touches the page only while nobody
 * is there: content is put in place without a reload, and a new build by one.
 *
 * @returns stops it
 */
export function keepFresh(keeping: Keeping): () => void {
  let timer: ReturnType<typeof setTimeout>
  const undo = new AbortController()
  const built = watchBuiltFiles()
  const untouchedMs = watchTouches(undo.signal)
  const isQuiet = () => !isHeldStill() && keeping.isQuiet(untouchedMs())
  const round = async (isFirst: boolean) => {
    const isDone =
      (isFirst || (await refresh({ ...keeping, isQuiet }, undo.signal))) &&
      (await inTime(keepForLater(keeping.slug, built), undo.signal))
    if (!undo.signal.aborted) timer = setTimeout(() => void round(false), isDone ? REFRESH_MS : RETRY_MS)
  }
  void round(true)
  return () => {
    undo.abort()
    built.stop()
    clearTimeout(timer)
  }
}

/** @returns false: the server was not reached, or somebody is there; tried again soon */
async function refresh(
  { slug, build, isQuiet, onContent }: Keeping & { isQuiet: () => boolean },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await fetch(totemUrl('/api/totem/content', slug), { signal })
    if (!answer.ok) return false
    const read: ReadContent & { build: string } = await answer.json()
    if (signal.aborted || !isQuiet()) return false
    if (read.build !== build) location.reload()
    else onContent(read)
    return true
  } catch {
    return false
  }
}

/** How long nobody has touched the totem, as far as it is known. */
function watchTouches(signal: AbortSignal): () => number {
  let touchedAt = performance.now()
  const touched = () => {
    touchedAt = performance.now()
  }
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touched, { passive: true, signal })
  return () => performance.now() - touchedAt
}

/** Has the worker keep this page with all its files. Without workers the totem is as it was: online only. */
async function keepForLater(slug: string, built: BuiltFiles): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return true
  try {
    await navigator.serviceWorker.register('/totem-worker.js', { scope: '/totem' })
    const { active } = await navigator.serviceWorker.ready
    if (!active) return false
    await fetchEverything()
    const indexes = FULL_LOCALES.map(
      (locale) => `${totemUrl('/api/totem/search-index', slug)}&locale=${locale}`,
    )
    return await told(active, {
      type: 'keep',
      page: location.pathname + location.search,
      files: [...built.named(), ...[SPEECH_ENGINE, SPEECH_VOICES].map(absolute)],
      data: [...indexes, SPEECH_WORKER].map(absolute),
    })
  } catch {
    return false
  }
}

/** False once it has taken too long. */
function inTime(kept: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), KEPT_WITHIN_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
    void kept.then((isKept) => {
      clearTimeout(timer)
      resolve(isKept)
    })
  })
}

/** Every part of the totem that comes only when it is needed, and every language: without a network they could not come any more. */
const fetchEverything = () =>
  Promise.all([
    import('../screen-of.tsx'),
    import('../attendant/attendant.tsx'),
    import('../attendant/play-tone.ts'),
    import('../attract/attract-loop.tsx'),
    import('../keyboard/keyboard.tsx'),
    import('../modes-panel.tsx'),
    import('../phone/take-along-dialog.tsx'),
    import('../voice/move-focus.ts'),
    import('../voice/voice.tsx'),
    import('@/lib/content/search/search-index.ts'),
    ...Object.values(WORDS_IN).map((load) => load()),
  ])

/** As the worker knows it. */
const absolute = (address: string) => `${location.origin}${address}`

function told(worker: ServiceWorker, message: object): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === 'kept')
    worker.postMessage(message, [port2])
  })
}
