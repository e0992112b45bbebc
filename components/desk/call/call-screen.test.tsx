// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createCallMedia, type WholeCallMedia } from '@/components/call/call-media.ts'
import type { ConnectionState } from '@/components/call/call-media-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { epochMs, guestId, operatorId, pageEpoch } from '@/lib/switchboard/ids.ts'
import { type ColleagueAtDesk, NOTHING_BESIDES, type SupervisorInCall } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/desk.json'
import { deskAt, offerFrom } from '../sample-views.ts'
import { CallScreen, type Engaged } from './call-screen.tsx'
import { offerCommands } from './offer-commands.ts'

const handover = { fromName: 'Chiara', note: 'ISEE già visto', at: epochMs(995_000) }
const offer = offerFrom({ handover })
const inCall = (supervisor: SupervisorInCall | null = null): Engaged => ({
  kind: 'in_call',
  offer,
  connectedAt: epochMs(996_000),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
  supervisor,
})
const handOver = {
  colleagues: [
    {
      id: operatorId('b'),
      displayName: 'Bruno',
      officeName: 'URP',
      state: 'free' as const,
      isAble: true,
    },
  ],
  offices: [],
  services: [],
}

let root: Root
let posted: string[]
const media = createCallMedia({ fetchToken: () => Promise.reject(new Error('no room here')) })

beforeEach(() => {
  posted = []
  vi.stubGlobal('fetch', async (url: string) => {
    posted.push(url)
    return Response.json({})
  })
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

function Desk({ children }: { children: ReactNode }) {
  useKeptFocus()
  return <main>{children}</main>
}
const show = (
  work: Engaged,
  used: WholeCallMedia = media,
  isEnding = false,
  consultConnection: ConnectionState = 'connected',
) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
        <Desk>
          <CallScreen
            work={work}
            received={{ view: deskAt(work, { handOver }), receivedAt: performance.now() }}
            media={used}
            state={used.state()}
            isEnding={isEnding}
            onEnd={() => undefined}
            consult={{ media, state: { ...media.state(), connection: consultConnection } }}
            offer={offerCommands(offer.id, pageEpoch(3), null, () => undefined)}
          />
        </Desk>
      </NextIntlClientProvider>,
    ),
  )
const key = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith(name))
const press = (name: string) => act(async () => key(name)?.click())

it('passes the call on from its own key to the chosen colleague', async () => {
  await show(inCall())
  await press('Trasferisci')
  await act(async () => document.querySelector<HTMLInputElement>('input[type=radio]')?.click())
  await press('Passa subito')
  expect(posted).toEqual(['/api/offers/call.1/transfer'])
})

it('says from whom the call came and what they wrote', async () => {
  await show(inCall())
  expect(document.body.textContent).toContain('Te la passa Chiara: ISEE già visto')
})

it('names a supervisor who listens, where screen readers were told nothing before', async () => {
  await show(inCall())
  const statuses = [...document.querySelectorAll('[role="status"]')]
  await show(inCall({ displayName: 'Sofia', as: 'listening', identity: 'l-call.1' }))
  const told = statuses.filter((one) => one.isConnected).map(({ textContent }) => textContent)
  expect(told.join()).toContain('Sofia, responsabile, ascolta questa chiamata')
})

it('leaves whoever turns the sound on by keyboard in the call', async () => {
  await show(inCall(), { ...media, state: () => ({ ...media.state(), soundBlocked: true }) })
  key(italian.call.playSound)?.focus()
  await show(inCall())
  const call = document.querySelector(`section[aria-label="${italian.call.stage}"]`)
  await vi.waitFor(() => expect(document.activeElement).toBe(call))
})

it('leaves whoever comes back from a consult by keyboard in the call', async () => {
  await show(withBruno('consulting'))
  key(italian.consult.back)?.focus()
  await show(inCall())
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('SECTION'))
})

const withBruno = (
  stage: ColleagueAtDesk['stage'],
  more: Partial<ColleagueAtDesk> = {},
): Extract<Engaged, { kind: 'in_call' }> => ({
  ...inCall(),
  ...NOTHING_BESIDES,
  kind: 'in_call',
  connectedAt: epochMs(996_000),
  lost: { totem: null, desk: null },
  hold:
    stage === 'beside'
      ? null
      : { stage: 'held', since: epochMs(997_000), recallAt: epochMs(999_999), endsAt: epochMs(1_999_999) },
  colleague: {
    part: 'second',
    stage,
    operator: { displayName: 'Bruno', officeName: 'URP', identity: 'o-call.2', channels: offer.channels },
    room: stage === 'beside' ? null : { name: 'consult-call.2', media: 'open' },
    until: null,
    isLost: false,
    ...more,
  },
})

const onTheWay = (): Engaged => ({
  kind: 'joining',
  offer,
  aim: 'stay',
  first: { displayName: 'Anna', officeName: 'URP', identity: 'o-call.2', channels: offer.channels },
  deadline: epochMs(1_015_000),
  isVisitorLost: false,
  supervisor: null,
})

it.each([
  ['while the colleague is rung', withBruno('ringing'), ['Torna dal cittadino', 'Termina']],
  [
    'while they talk',
    withBruno('consulting'),
    ['Passa la chiamata', 'Parlate in tre', 'Torna dal cittadino', 'Termina'],
  ],
  [
    'while the colleague is gone for a moment',
    withBruno('consulting', { isLost: true }),
    ['Torna dal cittadino', 'Termina'],
  ],
  ['with all three', withBruno('beside'), ['Condividi', 'Invita', 'Lascia la chiamata']],
  ['for whoever was called in', withBruno('beside', { part: 'first' }), ['Lascia la chiamata']],
])('%s, only what can be done is there', async (_, work, keys) => {
  await show(work)
  const texts = [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
  expect(KEYS.filter((key) => texts.some((text) => text.startsWith(key)))).toEqual(keys)
})

const KEYS = [
  'Passa la chiamata',
  'Parlate in tre',
  'Torna dal cittadino',
  'Condividi',
  'Invita',
  'Metti in attesa',
  'Trasferisci',
  'Termina',
  'Lascia la chiamata',
]

it.each([
  ['with a colleague beside', withBruno('beside'), 'Bruno, URP'],
  ['on the way to the visitor', onTheWay(), 'Anna, URP'],
  [
    'with a supervisor who joined',
    inCall({ displayName: 'Sofia', as: 'third', identity: 's-call' }),
    'Sofia',
  ],
])('%s, without any guest, the operator sees whose turn to speak it was', async (_, work, other) => {
  const hear = (speaking: string | null) => {
    const remotes = [offer.visitorIdentity, 'o-call.2', 's-call'].map((identity) => ({
      identity,
      picture: true,
      sound: true,
      receives: offer.channels,
      isSpeaking: identity === speaking,
    }))
    return show(work, { ...media, state: () => ({ ...media.state(), remotes }) })
  }
  const names = () => [...document.querySelectorAll('ol li')].map(({ textContent }) => textContent)
  await hear(null)
  expect(names()).toEqual([italian.call.visitor, other])
  for (const beside of ['o-call.2', 's-call']) await hear(beside)
  expect(names()).toEqual([other, italian.call.visitor])
  await hear(offer.visitorIdentity)
  expect(names()).toEqual([italian.call.visitor, other])
})

it('says of a guest who speaks, and not of one who signs, that no sound comes for longer than an arrival takes', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const guests = [
    {
      id: guestId('maria'),
      identity: 'g-maria',
      as: 'interpreter',
      name: 'Maria',
      state: 'admitted',
      until: null,
    },
    { id: guestId('ugo'), identity: 'g-ugo', as: 'signer', name: 'Ugo', state: 'admitted', until: null },
  ] as const
  const remotes = (sound: boolean) =>
    [offer.visitorIdentity, 'g-maria', 'g-ugo'].map((identity) => ({
      identity,
      picture: true,
      sound,
      receives: offer.channels,
      isSpeaking: false,
    }))
  const work: Engaged = { ...inCall(), offer: { ...offer, guests } }
  const hear = (sound: boolean) =>
    show(work, { ...media, state: () => ({ ...media.state(), remotes: remotes(sound) }) })
  const said = (name: string) =>
    document.body.textContent.includes(italian.call.otherNoSound.replace('{name}', name))
  await hear(false)
  expect(said('Maria')).toBe(false)
  await act(async () => void (await vi.advanceTimersByTimeAsync(4_000)))
  expect([said('Maria'), said('Ugo')]).toEqual([true, false])
  await hear(true)
  expect(said('Maria')).toBe(false)
})

it.each([
  ['a colleague beside', withBruno('beside'), 'o-call.2', 'Bruno, URP'],
  [
    'a supervisor who joined',
    inCall({ displayName: 'Sofia', as: 'third', identity: 's-call' }),
    's-call',
    'Sofia',
  ],
])('says of %s that no sound comes, and not where hands speak', async (_, work, identity, name) => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const remotes = [offer.visitorIdentity, identity].map((one) => ({
    identity: one,
    picture: true,
    sound: false,
    receives: offer.channels,
    isSpeaking: false,
  }))
  const used = { ...media, state: () => ({ ...media.state(), remotes }) }
  const said = (who: string) =>
    document.body.textContent.includes(italian.call.otherNoSound.replace('{name}', who))
  await show(work, used)
  await act(async () => void (await vi.advanceTimersByTimeAsync(4_000)))
  expect([said(name), said(italian.call.visitor)]).toEqual([true, false])
  const signed: Engaged = { ...work, offer: { ...offer, needs: { ...offer.needs, mode: 'lis' } } }
  await show(signed, used)
  expect(said(name)).toBe(false)
})

it('says why the colleague is gone who was asked, but not to whoever sent them away', async () => {
  const alert = () => document.querySelector('[role=alert]')?.textContent ?? ''
  await show(withBruno('ringing', { until: epochMs(0) }))
  await show(inCall())
  expect(alert()).toContain('Bruno non ha risposto')
  await press('Chiudi avviso')
  expect(alert()).toBe('')
  await show(withBruno('consulting'))
  await press('Torna dal cittadino')
  await show(inCall())
  expect(alert()).toBe('')
})

it.each([
  ['whoever shares it', 'second', `own: ${italian.stage.ownScreen}`],
  ['a colleague beside them', 'first', `received: ${italian.stage.colleaguesScreen}`],
] as const)('plays a shared screen to %s', async (_, part, expected) => {
  const played: string[] = []
  const playing = (side: 'own' | 'received') => ({
    attach(element: HTMLVideoElement) {
      played.push(`${side}: ${element.getAttribute('aria-label')}`)
      return () => undefined
    },
  })
  const screens = { own: { ...media.screens.own, ...playing('own') }, received: playing('received') }
  await show({ ...withBruno('beside', { part }), stage: { kind: 'screen' } }, { ...media, screens })
  expect(played).toEqual([expected])
})

it.each([
  ['a page', { kind: 'sheet', slug: 'cie', part: null }, italian.stage.shown, italian.stage.afterHold],
  ['a screen', { kind: 'screen' }, italian.stage.screenShown, italian.stage.screenAfterHold],
] as const)(
  'says of %s that is up that the totem shows it, and on hold that it does not',
  async (_, stage, shown, later) => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
    const talking = { ...withBruno('beside'), colleague: null, stage }
    const says = (words: string) => document.body.textContent.includes(words)
    await show(talking)
    expect([says(shown), says(later)]).toEqual([true, false])
    await show({ ...talking, hold: { stage: 'lapsed', since: epochMs(997_000) } })
    expect([says(shown), says(later)]).toEqual([false, true])
  },
)

/** A screen that is shared, and its end. */
function sharing() {
  let isOn = true
  const listeners = new Set<() => void>()
  const own = {
    ...media.screens.own,
    isOn: () => isOn,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const stop = () =>
    act(async () => {
      isOn = false
      for (const listener of [...listeners]) listener()
    })
  return { used: { ...media, screens: { ...media.screens, own } }, stop }
}

it('takes the stage down when the shared screen ends while a colleague is asked', async () => {
  const { used, stop } = sharing()
  await show({ ...withBruno('consulting'), stage: { kind: 'screen' } }, used)
  expect(posted).toEqual([])
  await stop()
  expect(posted).toEqual(['/api/offers/call.1/stage'])
})

it('takes the stage down when the screen ended with a call that goes on after all', async () => {
  const { used, stop } = sharing()
  const work = { ...withBruno('beside'), stage: { kind: 'screen' } } as const
  await show(work, used)
  await show(work, used, true)
  await stop()
  expect(posted).toEqual([])
  await show(work, used)
  expect(posted).toEqual(['/api/offers/call.1/stage'])
})

it.each(['reconnecting', 'lost'] as const)(
  'says to whoever asks a colleague that the consult is %s, until it is back',
  async (connection) => {
    const told = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)
    const words = italian.consult.own[connection]
    await show(withBruno('consulting'))
    const statuses = [...document.querySelectorAll('[role=status]')]
    await show(withBruno('consulting'), media, false, connection)
    expect(statuses.filter((one) => one.isConnected).map(({ textContent }) => textContent)).toContain(words)
    await show(withBruno('consulting'))
    expect(told()).not.toContain(words)
  },
)

/** A visitor's paper, and a canvas that is only looked at for its size. */
function showingPaper() {
  const nothing = () => undefined
  const brush = { drawImage: nothing, fillRect: nothing } as never
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(brush)
  vi.spyOn(HTMLVideoElement.prototype, 'play').mockResolvedValue(undefined)
  const sized = (size: number): PropertyDescriptor & ThisType<HTMLVideoElement> => ({
    configurable: true,
    get() {
      return this.srcObject ? size : 0
    },
  })
  Object.defineProperties(HTMLVideoElement.prototype, { videoWidth: sized(1920), videoHeight: sized(1080) })
  onTestFinished(() => {
    for (const side of ['videoWidth', 'videoHeight']) Reflect.deleteProperty(HTMLVideoElement.prototype, side)
    vi.restoreAllMocks()
  })
  let picture: MediaStream | null = null
  const listeners = new Set<() => void>()
  const received = {
    picture: () => picture,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const state = () => ({ ...media.state(), connection: 'connected' as const })
  return {
    used: { ...media, state, papers: { ...media.papers, received } },
    arrives: (next: MediaStream | null) =>
      act(async () => {
        picture = next
        for (const listener of [...listeners]) listener()
      }),
  }
}
const talkingTo = (more: Partial<Extract<Engaged, { kind: 'in_call' }>> = {}): Engaged => ({
  ...withBruno('beside'),
  colleague: null,
  ...more,
})
const frozenPicture = () => document.querySelector('canvas')
const paperSays = () => document.querySelector('[aria-label="Documento mostrato"] [role=status]')?.textContent

it('keeps a frozen paper that the visitor takes away, and turns and zooms it, until it is let go', async () => {
  const { used, arrives } = showingPaper()
  await show(talkingTo(), used)
  await arrives(new MediaStream())
  await press(italian.paper.freeze)
  const frozen = frozenPicture()
  expect(paperSays()).toBe(italian.paper.frozen)
  await arrives(null)
  expect([frozenPicture(), paperSays()]).toEqual([frozen, italian.paper.frozenAfter])
  expect(document.body.textContent).toContain('1920 × 1080')
  for (const name of [italian.paper.turn, italian.paper.zoomIn]) await press(name)
  expect(frozen?.parentElement?.style.transform).toContain('rotate(90deg)')
  expect(document.body.textContent).toContain('125%')

  await arrives(new MediaStream())
  expect([frozenPicture(), paperSays()]).toEqual([frozen, italian.paper.frozenBefore])
  await press(italian.paper.live)
  expect([frozenPicture(), frozen?.width, paperSays()]).toEqual([null, 0, italian.paper.shown])
  await press(italian.paper.freeze)
  await arrives(null)
  const again = frozenPicture()
  await press(italian.paper.letGo)
  expect([frozenPicture(), again?.width, paperSays()]).toEqual([null, 0, undefined])
})

it('keeps a frozen paper on hold beside the words that the visitor waits', async () => {
  const { used, arrives } = showingPaper()
  await show(talkingTo(), used)
  await arrives(new MediaStream())
  await press(italian.paper.freeze)
  await show(talkingTo({ hold: { stage: 'lapsed', since: epochMs(997_000) } }), used)
  await arrives(null)
  expect([frozenPicture()?.width, paperSays()]).toEqual([1920, italian.paper.frozenInterrupted])
  expect(document.body.textContent).toContain(italian.call.holding.title)
  expect(document.querySelector('[role=alert]')?.textContent).toBe(italian.call.holding.lapsed)
})

it.each([
  ['ends the call', talkingTo(), true],
  ['turns to a colleague', withBruno('ringing'), false],
])('keeps nothing of a frozen paper once the operator %s', async (_, work, isEnding) => {
  const { used, arrives } = showingPaper()
  await show(talkingTo(), used)
  await arrives(new MediaStream())
  await press(italian.paper.freeze)
  const frozen = frozenPicture()
  await arrives(null)
  await show(work, used, isEnding)
  expect([frozenPicture(), frozen?.width]).toEqual([null, 0])
  // Nor does it come back.
  await show(talkingTo(), used)
  expect(frozenPicture()).toBeNull()
})
