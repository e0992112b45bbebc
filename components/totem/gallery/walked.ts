import { Window } from 'happy-dom'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'

const ADDRESS = 'http://gallery.invalid/totem'

/** What parts of the page look for around them. */
const SURROUNDINGS = [
  'document',
  'location',
  'Element',
  'HTMLElement',
  'HTMLIFrameElement',
  'Node',
  'Event',
  'MediaStream',
  'MutationObserver',
  'CSS',
] as const

/** Stands for all that makes sound. */
class Mute {
  readonly port = this
  postMessage() {}
  addEventListener() {}
  terminate() {}
  connect() {
    return this
  }
  disconnect() {}
  async close() {}
  async resume() {}
}

/**
 * The markup of a screen that comes only by touching: a page without a browser draws it, the keys of these names
 * are touched in turn, and what stands there then is written down. What is fetched late has come by then.
 *
 * @param answer what the server says
 */
export async function walked(
  screen: ReactNode,
  keys: readonly string[],
  answer: (address: URL) => Response,
): Promise<string> {
  const window = new Window({ url: ADDRESS })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('window', window)
  for (const name of SURROUNDINGS) vi.stubGlobal(name, window[name])
  // Whoever is spoken to sees the same screen: no voice is needed to look at it.
  for (const name of ['Worker', 'AudioContext', 'GainNode']) vi.stubGlobal(name, Mute)
  vi.stubGlobal('matchMedia', (query: string) => window.matchMedia(query))
  // Nothing is handed to a printer: a sheet stays where it is printed from.
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  vi.stubGlobal('fetch', async (address: string) => answer(new URL(address, ADDRESS)))
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  try {
    await act(async () => root.render(screen))
    for (const key of keys) {
      const found = await waitFor(() => keyNamed(key))
      await act(async () => found.click())
    }
    await settled(place)
    const beside = [...document.body.children].filter((each) => each !== place)
    return [place.innerHTML, ...beside.map((each) => each.outerHTML)].join('')
  } finally {
    await act(async () => root.unmount())
    vi.unstubAllGlobals()
    await window.happyDOM.close()
  }
}

const keyNamed = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (key) => (key.getAttribute('aria-label') ?? key.textContent).trim() === name,
  )

async function waitFor<Value>(look: () => Value | undefined): Promise<Value> {
  for (let turn = 0; turn < TURNS; turn++) {
    const found = look()
    if (found !== undefined) return found
    await turnOver()
  }
  throw new Error(`nothing like it on the page: ${document.body.textContent}`)
}

/** Until what was fetched late stands there: the page says the same for some turns. */
async function settled(place: Element) {
  let before = ''
  for (let same = 0; same < QUIET_TURNS; ) {
    await turnOver()
    same = place.innerHTML === before ? same + 1 : 0
    before = place.innerHTML
  }
}

/** Modules and answers come between two turns of the event loop. */
const turnOver = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)))
const TURNS = 500
const QUIET_TURNS = 4
