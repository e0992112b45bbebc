// @vitest-environment happy-dom
// @vitest-environment-options { "url": "http://localhost/totem" }
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import { callId, epochMs } from '@/lib/switchboard/ids.ts'
import type { TotemView } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/totem.json'
import type { TotemContent } from './content.ts'
import { ANNA, callIn, MONDAY_1042, stepsUntil, totemShowing } from './sample-views.ts'
import { TotemApp } from './totem-app.tsx'

const CONTENT: TotemContent = {
  topics: [{ key: 'identita', title: 'Carta d’identità', hint: 'Rinnovo' }],
  moreTopics: [],
  sheets: [
    {
      slug: 'cie',
      title: 'Carta d’identità elettronica',
      summary: '',
      topic: 'identita',
      who: '',
      bring: ['La tessera sanitaria'],
      how: '',
      cost: '',
      time: '',
      where: '',
      source: '',
      checkedAt: null,
      isOld: false,
      callable: true,
      office: '',
      related: [],
    },
  ],
  offices: [],
  totems: [],
  lifeEvents: [],
  notices: [],
}

const THIRD = {
  kind: 'waiting',
  position: 3,
  again: false,
  wait: { kind: 'position' },
  stillHere: null,
  callbackOffered: false,
} as const
const waitingThird = callIn(THIRD)

/** The server as this page sees it: one stream, and what was posted. */
let streams: FakeStream[]
let posts: { path: string; body: unknown }[]
let answers: Record<string, () => Response | Promise<Response>>
let root: Root

class FakeStream {
  onmessage: ((message: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  constructor() {
    streams.push(this)
  }
  addEventListener() {}
  close() {}
}

const show = (view: TotemView) => act(async () => streams.at(-1)?.onmessage?.({ data: JSON.stringify(view) }))

/** The call's media is fetched when it is near, and takes its time. */
const soon = async (holds: () => void) => {
  const latest = performance.now() + 10_000
  // What happens meanwhile belongs into an `act`, and React paints only at its end.
  while (performance.now() < latest) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 25)))
    try {
      return holds()
    } catch {}
  }
  holds()
}

const posted = (path: string) => posts.filter((post) => post.path === path)

const keys = () => [...document.querySelectorAll('button')]
const key = (name: RegExp) => {
  const found = keys().find((button) => name.test(button.getAttribute('aria-label') ?? button.textContent))
  if (!found)
    throw new Error(
      `no key ${name} among ${keys()
        .map((each) => each.textContent)
        .join()}`,
    )
  return found
}
const touch = (name: RegExp) => act(async () => key(name).click())
const heading = () => document.querySelector('h1')?.textContent

beforeEach(async () => {
  streams = []
  posts = []
  answers = {}
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal(
    'AudioContext',
    class {
      state = 'suspended'
      async resume() {}
      async close() {}
    },
  )
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    const path = url.split('?')[0] ?? url
    posts.push({ path, body: JSON.parse(body) })
    return answers[path]?.() ?? Response.json({ epoch: 7, callId: 'call' })
  })
  // A camera that is still being asked for.
  askFor(() => new Promise(() => {}))
  root = openRoot()
  await appear()
  await show(totemShowing(null))
  await somebodyComes()
})

const appear = () =>
  act(async () =>
    root.render(
      <TotemApp
        slug="padova-149"
        totemName="Totem di via Padova 149"
        bodyName="Comune di Modena"
        phone="059 20312"
        isSample={false}
        dataProtectionOfficer=""
        kept={{ callbackHours: 24, logDays: 396 }}
        phonesAt="https://comune.example"
        isAlwaysOpen={false}
        hasPrinter={false}
        hardware={USUAL_HARDWARE}
        locale="it"
        modes={[]}
        words={{ italian, spoken: { locale: 'it', words: italian } }}
        content={{ it: CONTENT, en: CONTENT }}
        renderedAt={MONDAY_1042}
        build="a"
      />,
    ),
  )

/** The first finger on the glass fetches the screens beyond home. */
const somebodyComes = () =>
  act(async () => {
    window.dispatchEvent(new Event('pointerdown'))
    await import('./screen-of.tsx')
  })

afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

function askFor(getUserMedia: (wanted: MediaStreamConstraints) => Promise<unknown>) {
  const mediaDevices = { getUserMedia, addEventListener() {}, removeEventListener() {} }
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true })
}

/** As much of a stream as the page looks at before it joins a room. */
const microphone = () => {
  const track = { id: 'm', label: 'Microphone', readyState: 'live', addEventListener() {}, stop() {} }
  return { getTracks: () => [track], getAudioTracks: () => [track], getVideoTracks: () => [] }
}

const refused = () => Promise.reject(new DOMException('no', 'NotAllowedError'))

it('keeps home on the panel until the page that was touched has come', async () => {
  await closeRoot(root)
  root = openRoot()
  await appear()
  await show(totemShowing(null))
  act(() => key(/^Carta d’identità/).click())
  expect(document.body.textContent).toContain('Come possiamo aiutarti?')
  await act(async () => import('./screen-of.tsx'))
  expect(document.body.textContent).not.toContain('Come possiamo aiutarti?')
})

it('says of when its pages are if they were kept from another day, though the server is there', async () => {
  const dated = 'Pagine del 23 novembre 2026, ore 10:42'
  const later = (call: TotemView['call']) => ({
    ...totemShowing(call),
    serverNow: epochMs(MONDAY_1042 + 26 * 3_600_000),
  })
  await show(totemShowing(null))
  expect(document.body.textContent).not.toContain('Pagine del')
  await show(later(null))
  expect(document.body.textContent).toContain(dated)
  await touch(/^Carta d’identità/)
  await soon(() => expect(heading()).toContain('elettronica'))
  expect(document.body.textContent).toContain(dated)
  await show(later(waitingThird))
  await soon(() => expect(heading()).toContain('Sei in attesa'))
  expect(document.body.textContent).not.toContain('Pagine del')
})

describe('Avvia', () => {
  it('sends the call in the touch itself, before any device has answered', async () => {
    await touch(/^Videochiama/)
    const start = key(/^Avvia/)
    await act(async () => {
      start.click()
      expect(posted('/api/calls')).toHaveLength(1)
    })
    expect(posted('/api/calls')[0]?.body).toMatchObject({
      epoch: 7,
      service: 'urp',
      channels: { sound: true, picture: true, text: true },
    })
    expect(heading()).toContain('chiamando')
  })

  it('places one call, however fast it is touched again', async () => {
    await touch(/^Videochiama/)
    const start = key(/^Avvia/)
    await act(async () => {
      start.click()
      start.click()
    })
    expect(posted('/api/calls')).toHaveLength(1)
  })

  it('shows why not, with the number to dial', async () => {
    answers['/api/calls'] = () => Response.json({ refusal: 'queue-full' }, { status: 409 })
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
    expect(heading()).toBe('C’è troppa gente in attesa')
    expect(document.body.textContent).toContain('059 20312')
  })
})

describe('[SW-94] a refusal is no dead end', () => {
  const tomorrow = epochMs(Date.parse('2026-11-24T09:00:00+01:00'))
  const villanova = {
    name: 'Totem di Villanova',
    address: 'via Barbolini 9',
    closesAt: epochMs(Date.parse('2026-11-23T18:00:00+01:00')),
  }
  const said = () => document.body.textContent

  it('a closed totem says when it opens and where to go meanwhile', async () => {
    const nextSteps = stepsUntil(tomorrow, { totem: villanova })
    await show(totemShowing(null, { callable: { urp: { kind: 'no', why: 'totem-closed', nextSteps } } }))
    await touch(/^Videochiama/)
    expect(heading()).toBe('Adesso siamo chiusi')
    expect(said()).toContain('domani alle 9')
    expect(said()).toContain('Totem di Villanova')
    expect(said()).toContain('via Barbolini 9 · fino alle 18')
    expect(said()).toContain('059 20312')
  })

  it('so does the answer to a call that came too late', async () => {
    const nextSteps = stepsUntil(tomorrow, { totem: null })
    answers['/api/calls'] = () => Response.json({ refusal: 'body-closed', nextSteps }, { status: 409 })
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
    expect(heading()).toBe('Il Comune oggi è chiuso')
    expect(said()).toContain('domani alle 9')
    expect(said()).toContain('059 20312')
  })
})

describe('turning away before the server has answered', () => {
  let answer: (response: Response) => void
  beforeEach(async () => {
    answers['/api/calls'] = () =>
      new Promise<Response>((resolve) => {
        answer = resolve
      })
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
  })

  it('shows home again, and ends the call that the answer tells of', async () => {
    await touch(/^Annulla/)
    expect(heading()).toContain('Come possiamo aiutarti?')
    await act(async () => answer(Response.json({ callId: 'late' }, { status: 201 })))
    expect(posted('/api/calls/late/leave')).toHaveLength(1)
  })

  it('never shows that call, nor joins it', async () => {
    await touch(/^Annulla/)
    await show(totemShowing(callIn({ kind: 'ringing', position: 1, again: false, ringing: ANNA })))
    expect(heading()).toContain('Come possiamo aiutarti?')
    expect(posted('/api/calls/call/join')).toHaveLength(0)
  })

  it('ends a call that was placed but never shown', async () => {
    await act(async () => answer(Response.json({ callId: 'late' }, { status: 201 })))
    await touch(/^Annulla/)
    expect(posted('/api/calls/late/leave')).toHaveLength(1)
    expect(heading()).toContain('Come possiamo aiutarti?')
    await show(
      totemShowing(
        callIn(
          {
            kind: 'waiting',
            position: 1,
            again: false,
            wait: { kind: 'position' },
            stillHere: null,
            callbackOffered: false,
          },
          { id: callId('late') },
        ),
      ),
    )
    expect(heading()).toContain('Come possiamo aiutarti?')
  })

  it('lets the next visitor call once that is settled', async () => {
    await touch(/^Annulla/)
    await act(async () => answer(Response.json({ callId: 'late' }, { status: 201 })))
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
    expect(posted('/api/calls')).toHaveLength(2)
  })
})

it('says that a call is over until the server has heard it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    answers['/api/calls/call/leave'] = () => Response.json({ error: 'fault' }, { status: 500 })
    await show(
      totemShowing(
        callIn({
          kind: 'waiting',
          position: 1,
          again: false,
          wait: { kind: 'position' },
          stillHere: null,
          callbackOffered: false,
        }),
      ),
    )
    await touch(/^Annulla/)
    expect(posted('/api/calls/call/leave')).toHaveLength(1)
    delete answers['/api/calls/call/leave']
    await act(async () => vi.advanceTimersByTimeAsync(2_000))
    expect(posted('/api/calls/call/leave')).toHaveLength(2)
    await act(async () => vi.advanceTimersByTimeAsync(20_000))
    expect(posted('/api/calls/call/leave')).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})

describe('"Sei ancora qui?"', () => {
  const asking = (secondsLeft: number) =>
    totemShowing(
      callIn({
        kind: 'waiting',
        position: 3,
        again: false,
        wait: { kind: 'position' },
        stillHere: { answerBy: epochMs(MONDAY_1042 + secondsLeft * 1_000) },
        callbackOffered: false,
      }),
    )
  /** The screens of a call are fetched when one is near. */
  const ask = async (secondsLeft: number) => {
    await show(asking(secondsLeft))
    await soon(() => expect(heading()).toBe('Sei ancora qui?'))
  }
  const secondsShown = () => Number(document.querySelector('[role=timer]')?.textContent)

  it('fills the screen with the question, the place and what happens otherwise', async () => {
    await ask(30)
    expect(document.body.textContent).toContain('Il tuo posto è il 3º')
    expect(document.body.textContent).toContain('poi la chiamata si chiude')
    expect(secondsShown()).toBeGreaterThan(0)
    expect(secondsShown()).toBeLessThanOrEqual(31)
  })

  it('closes the list of modes, which would lie over the answer, and keeps the focus', async () => {
    await show(totemShowing(waitingThird))
    await touch(/^Accessibilità/)
    await soon(() => expect(document.querySelector('.modes-panel')).not.toBeNull())
    await ask(30)
    expect(document.querySelector('.modes-panel')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Sei ancora qui?')
  })

  it('tells the server at the touch on Sono qui, and shows the wait again once the stream does', async () => {
    await ask(30)
    await touch(/^Sono qui/)
    expect(posted('/api/calls/call/still-here')).toHaveLength(1)
    expect(heading()).toBe('Sei ancora qui?')
    await show(totemShowing(waitingThird))
    expect(heading()).toContain('attesa')
  })

  it('lets the visitor go, too', async () => {
    await ask(30)
    await touch(/^Annulla/)
    expect(posted('/api/calls/call/leave')).toHaveLength(1)
  })

  it('says afterwards what has become of a call that nobody answered for', async () => {
    await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'abandoned', by: 'walked_off' } })))
    expect(heading()).toBe('La chiamata è chiusa')
    expect(keys().some((button) => button.textContent.startsWith('Riprova'))).toBe(true)
  })
})

describe('at closing', () => {
  it('says when we open again, and the number until then', async () => {
    const opensAt = epochMs(Date.parse('2026-11-24T09:00:00+01:00'))
    const callable = {
      urp: { kind: 'no' as const, why: 'totem-closed' as const, nextSteps: stepsUntil(opensAt) },
    }
    const over = callIn({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
    await show(totemShowing(over, { callable }))
    expect(heading()).toBe('Abbiamo chiuso')
    expect(document.body.textContent).toContain('domani alle 9')
    expect(document.body.textContent).toContain('059 20312')
  })
})

describe('a wait', () => {
  const waiting = callIn({
    kind: 'waiting',
    position: 2,
    again: false,
    wait: { kind: 'position' },
    stillHere: null,
    callbackOffered: false,
  })

  it('is over at the touch on Annulla, and tidied up when the stream says so', async () => {
    await show(totemShowing(waiting))
    await touch(/^Annulla/)
    expect(posted('/api/calls/call/leave')).toHaveLength(1)
    expect(heading()).toContain('Come possiamo aiutarti?')
    await show(totemShowing(waiting))
    expect(heading()).toContain('Come possiamo aiutarti?')
    await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'abandoned', by: 'visitor' } })))
    expect(heading()).toContain('Come possiamo aiutarti?')
    expect(posted('/api/calls/call/farewell')).toHaveLength(1)
  })

  it('offers to write when neither camera nor microphone can be had, and keeps the place', async () => {
    askFor(refused)
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
    await show(totemShowing(waiting))
    await soon(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toContain(
        'Telecamera e microfono non si aprono',
      ),
    )
    expect(posted('/api/calls/call/channels').at(-1)?.body).toMatchObject({
      channels: { sound: false, picture: false, text: true },
    })
    expect(posted('/api/calls/call/leave')).toEqual([])
    await touch(/^Continua scrivendo/)
    expect(document.querySelector('[role=alert]')).toBeNull()
    expect(heading()).toContain('attesa')
  })

  it('opens no device for a call that is only written', async () => {
    let asked = 0
    askFor(() => {
      asked++
      return refused()
    })
    await touch(/^Videochiama/)
    await touch(/^Non parlo, scrivo/)
    await show(totemShowing(waiting))
    expect(posted('/api/calls')[0]?.body).toMatchObject({
      needs: { mode: 'text' },
      channels: { sound: false, picture: false, text: true },
    })
    expect(asked).toBe(0)
    expect(document.querySelector('[role=alert]')).toBeNull()
  })

  it('asks before it goes on with the voice alone, and declares what there is', async () => {
    askFor((wanted) => (wanted.video ? refused() : Promise.resolve(microphone())))
    await touch(/^Videochiama/)
    await touch(/^Avvia/)
    await show(totemShowing(waiting))
    await soon(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toContain('La telecamera non si apre'),
    )
    expect(posted('/api/calls/call/channels').at(-1)?.body).toMatchObject({
      channels: { sound: true, picture: false, text: true },
    })
    await touch(/^Continua solo con la voce/)
    expect(document.querySelector('[role=alert]')).toBeNull()
    expect(heading()).toContain('attesa')
  })
})

it('shows the operator as soon as one has answered', async () => {
  await show(
    totemShowing(
      callIn({
        kind: 'waiting',
        position: 1,
        again: false,
        wait: { kind: 'position' },
        stillHere: null,
        callbackOffered: false,
      }),
    ),
  )
  const lost = { totem: null, desk: null }
  await show(totemShowing(callIn({ kind: 'connecting', operator: ANNA, lost })))
  await soon(() => expect(heading()).toBe('Anna, URP'))
  expect(document.querySelector('video[data-remote]')?.getAttribute('aria-label')).toBe('Operatore')
  await touch(/^Termina/)
  expect(posted('/api/calls/call/leave')).toHaveLength(1)
})

it('tells what became of an answered call, where a number was being typed, and shows no empty form', async () => {
  await show(totemShowing(waitingThird))
  await touch(/^Preferisco una telefonata/)
  await soon(() => expect(heading()).toBe(italian.callback.phoneTitle))
  const lost = { totem: null, desk: null }
  await show(totemShowing(callIn({ kind: 'connecting', operator: ANNA, lost })))
  await soon(() => expect(heading()).toBe('Anna, URP'))
  await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'ended', by: 'both_lost' } })))
  expect(heading()).toBe('La chiamata si è interrotta')
})

describe('a visitor who has left', () => {
  it('leaves nothing behind: language, modes, open lists, cookies, storage, address', async () => {
    await touch(/^العربية/)
    await act(async () => import('@/messages/ar/totem.json'))
    await touch(/^تسهيلات الوصول/)
    await act(async () => import('./modes-panel.tsx'))
    await touch(/^تباين عالٍ/)
    const { documentElement: html } = document
    expect([html.lang, html.dir, html.dataset.modes]).toEqual(['ar', 'rtl', 'contrast'])
    expect(document.cookie).toContain('pronto-locale-totem=ar')
    expect(document.cookie).toContain('pronto-modes-totem=contrast')

    await show(totemShowing(callIn({ kind: 'ringing', position: 1, again: false, ringing: ANNA })))
    await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } })))
    await touch(/^انتهيت/)
    expect(heading()).toContain('Come possiamo aiutarti?')
    expect([html.lang, html.dir, html.dataset.modes]).toEqual(['it', 'ltr', ''])
    expect(document.cookie).not.toMatch(/pronto-(locale|modes)-totem=\w/)
    expect(document.querySelector('.modes-panel')).toBeNull()
    // LiveKit's client notes how much it logs as soon as it is fetched, whoever calls.
    const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
    expect(kept.filter((name) => !name.startsWith('loglevel:'))).toEqual([])
    expect(location.search + location.hash).toBe('')
    // Only its own name on the key that chooses it.
    expect(document.body.textContent.replaceAll('العربية', '')).not.toMatch(/\p{Script=Arabic}/u)
  })
})

it('says while it waits, loaded anew, that what had been typed before is lost', async () => {
  sessionStorage.setItem('pronto.call.typed', 'call-call t-call')
  const room = { name: 'call-call', media: 'open' } as const
  await show(totemShowing({ ...waitingThird, room }))
  await soon(() => expect(document.body.textContent).toContain(italian.text.forgotten))
  await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } })))
  await soon(() => expect(sessionStorage.getItem('pronto.call.typed')).toBeNull())
})

it('keeps switched off what its visitor had, loaded anew while the call waits for its next operator', async () => {
  askFor((wanted) => (wanted.video ? refused() : Promise.resolve(microphone())))
  await show(totemShowing(null, { page: 'replaced' }))
  await touch(/^Usa questa pagina/)
  const more = {
    room: { name: 'call-call', media: 'open' },
    channels: { sound: false, picture: true, text: true },
  } as const
  await show(totemShowing(callIn({ ...THIRD, again: true }, more)))
  await soon(() => expect(posted('/api/calls/call/join')).not.toHaveLength(0))
  const lost = { totem: null, desk: null }
  await show(totemShowing(callIn({ kind: 'connecting', operator: ANNA, lost }, more)))
  await soon(() => key(/^Riattiva/))
})

describe('at the end', () => {
  it('wipes: home, in Italian, nothing ticked', async () => {
    await touch(/^English/)
    await act(async () => import('@/messages/en/totem.json'))
    await show(totemShowing(callIn({ kind: 'ringing', position: 1, again: false, ringing: ANNA })))
    await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } })))
    expect(heading()).toBe('Thank you.')
    await touch(/^Done/)
    expect(heading()).toContain('Come possiamo aiutarti?')
    expect(document.documentElement.lang).toBe('it')
    expect(posted('/api/calls/call/farewell')).toHaveLength(1)
  })
})

it('stops and says so when another page speaks for the totem', async () => {
  await show(totemShowing(null, { page: 'replaced' }))
  expect(heading()).toBe('Questa pagina è aperta altrove')
  expect(keys().some((button) => /Videochiama/.test(button.textContent))).toBe(false)
})

it('leaves no wait behind a call that was over before the stream had shown it', async () => {
  await touch(/^Videochiama/)
  await touch(/^Avvia/)
  await show(totemShowing(callIn({ kind: 'over', outcome: { kind: 'expired' } })))
  await touch(/^Riprova/)
  await touch(/^Annulla/)
  expect(heading()).toContain('Come possiamo aiutarti?')
})

it('opens no device when a written call is taken back from another page', async () => {
  let asked = 0
  askFor(() => {
    asked++
    return refused()
  })
  await show(totemShowing(null, { page: 'replaced' }))
  await touch(/^Usa questa pagina/)
  const written = callIn(waitingThird.phase, {
    mode: 'text',
    room: { name: 'call-call', media: 'open' },
    channels: { sound: false, picture: false, text: true },
  })
  await show(totemShowing(written))
  await soon(() => expect(posted('/api/calls/call/join')).not.toHaveLength(0))
  expect(asked).toBe(0)
})

it('names the range of minutes beside the place, and says when it takes longer', async () => {
  const waiting = (wait: { fromMin: number; toMin: number | null; longer: boolean }) =>
    totemShowing(
      callIn({
        kind: 'waiting',
        position: 2,
        again: false,
        wait: { kind: 'range', ...wait },
        stillHere: null,
        callbackOffered: false,
      }),
    )
  await show(waiting({ fromMin: 3, toMin: 5, longer: false }))
  expect(document.body.textContent).toContain('Attesa prevista 3–5 minuti')
  await show(waiting({ fromMin: 3, toMin: 10, longer: true }))
  expect(document.body.textContent).toContain('Più del previsto 3–10 minuti')
})
