// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Papers } from '@/components/call/call-media.ts'
import { type CallMediaState, MEDIA_AT_REST } from '@/components/call/call-media-state.ts'
import { createLateCallMedia } from '@/components/call/late-call-media.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import type { Needs } from '@/lib/switchboard/board.ts'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/totem.json'
import { CallScreen } from './call-screen.tsx'
import { stillMedia } from './gallery/still-media.ts'
import { ANNA, MONDAY_1042 } from './sample-views.ts'
import type { LivePhase } from './screen.ts'

const media = createLateCallMedia({
  load: () => new Promise(() => undefined),
  onMissing: () => undefined,
  openAfterMs: 0,
})

const CONNECTING: LivePhase = { kind: 'connecting', operator: ANNA, lost: { totem: null, desk: null } }

function Totem({
  mediaState,
  phase,
  mode,
  isRoomAway,
  papers,
}: {
  mediaState: CallMediaState
  phase: LivePhase
  mode: Needs['mode']
  isRoomAway: boolean
  papers: Papers | null
}) {
  useKeptFocus()
  return (
    <main>
      <CallScreen
        words={italian}
        phase={phase}
        mode={mode}
        guests={[]}
        media={media}
        papers={papers}
        mediaState={mediaState}
        isLinkDown={false}
        isRoomAway={isRoomAway}
        now={epochMs(MONDAY_1042)}
        stage={null}
        dock={null}
        onEnd={() => undefined}
      />
    </main>
  )
}

let root: Root
const show = (
  more: Partial<CallMediaState>,
  phase: LivePhase = CONNECTING,
  mode: Needs['mode'] = 'spoken',
  isRoomAway = false,
  papers: Papers | null = null,
) => {
  const mediaState = { ...MEDIA_AT_REST, ...more }
  return act(async () =>
    root.render(
      <Totem mediaState={mediaState} phase={phase} mode={mode} isRoomAway={isRoomAway} papers={papers} />,
    ),
  )
}
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.useFakeTimers()
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('leaves whoever turns the sound on by keyboard at who is in the call', async () => {
  await show({ soundBlocked: true })
  const key = [...document.querySelectorAll('button')].find((one) => one.textContent === italian.call.hear)
  key?.focus()
  await show({ soundBlocked: false })
  await settled()
  expect(document.activeElement?.textContent).toBe('Anna, URP')
})

it('tells a visitor who speaks that the operator’s microphone is off, and nobody on hold or who reads hands', async () => {
  const connectedAt = epochMs(MONDAY_1042)
  const talking = { ...CONNECTING, kind: 'in_call', connectedAt, ...NOTHING_BESIDES } as const
  const anna = { identity: 'o-call.1', picture: true, receives: EVERYTHING, isSpeaking: false }
  const [heard, silent] = [true, false].map((sound) => ({ remote: { ...anna, sound } }))
  const says = () => document.body.textContent?.includes('Il microfono di Anna è spento')
  await show({ ...heard }, talking)
  expect(says()).toBe(false)
  await show({ ...silent }, talking)
  expect(says()).toBe(true)
  await show({ ...silent }, talking, 'lis')
  expect(says()).toBe(false)
  await show({ ...silent }, CONNECTING)
  expect(says()).toBe(false)
  await show({ ...silent }, { ...talking, hold: { stage: 'held', since: connectedAt } })
  expect(says()).toBe(false)
})

it('tells a visitor who speaks that somebody beside is not heard for longer than an arrival takes', async () => {
  const connectedAt = epochMs(MONDAY_1042)
  const bruno = {
    offerId: offerId('call.2'),
    stage: 'beside',
    aim: 'stay',
    operator: { ...ANNA, displayName: 'Bruno', identity: 'o-call.2' },
    isLost: false,
  } as const
  const phase = { ...CONNECTING, kind: 'in_call', connectedAt, ...NOTHING_BESIDES, colleague: bruno } as const
  const anna = { identity: 'o-call.1', picture: true, sound: true, receives: EVERYTHING, isSpeaking: false }
  const hear = (sound: boolean, mode: Needs['mode'] = 'spoken') =>
    show({ remote: anna, remotes: [anna, { ...anna, identity: 'o-call.2', sound }] }, phase, mode)
  const lasts = () => act(async () => void (await vi.advanceTimersByTimeAsync(4_000)))
  const says = () => document.body.textContent?.includes('Il microfono di Bruno è spento')
  await hear(false)
  expect(says()).toBe(false)
  await lasts()
  expect(says()).toBe(true)
  await hear(true)
  expect(says()).toBe(false)
  await hear(false, 'lis')
  await lasts()
  expect(says()).toBe(false)
})

const EVERYTHING = { sound: true, picture: true, text: true }

it('[SW-M12] says that the call comes back by itself while the video service is away', async () => {
  const said = () => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)
  const back = italian.call.reconnecting + italian.call.reconnectingText
  const lost: LivePhase = { ...CONNECTING, lost: { totem: null, desk: epochMs(MONDAY_1042) } }
  for (const connection of ['connecting', 'lost', 'reconnecting'] as const) {
    await show({ connection }, lost, 'spoken', true)
    expect(said()).toContain(back)
  }
  // What still flows is no outage for whoever sees and hears it.
  await show({ connection: 'connected' }, CONNECTING, 'spoken', true)
  expect(said()).not.toContain(back)
})

it('on hold says of a paper that it waits, and not to whomever a colleague takes over', async () => {
  const at = epochMs(MONDAY_1042)
  const held = {
    ...CONNECTING,
    kind: 'in_call',
    connectedAt: at,
    ...NOTHING_BESIDES,
    hold: { stage: 'held', since: at },
  } as const
  const { papers } = stillMedia(MEDIA_AT_REST, {
    paper: { kind: 'shown', picture: new MediaStream(), isSent: false },
  })
  const waits = () => document.body.textContent?.includes(italian.paper.held)
  await show({}, held, 'spoken', false, papers)
  expect(waits()).toBe(true)
  const bruno = {
    offerId: offerId('call.2'),
    stage: 'joining',
    aim: 'take_over',
    operator: ANNA,
    isLost: false,
  } as const
  await show({}, { ...held, colleague: bruno }, 'spoken', false, papers)
  expect(waits()).toBe(false)
})
