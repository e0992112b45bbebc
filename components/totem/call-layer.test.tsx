// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs, offerId } from '@/lib/switchboard/ids.ts'
import { NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/totem.json'
import { CallLayer } from './call-layer.tsx'
import { stagePage } from './gallery/call-moments.ts'
import { sceneIn } from './gallery/sample-scene.ts'
import { mediaWith, stillMedia } from './gallery/still-media.ts'
import { ANNA, callIn, MONDAY_1042 } from './sample-views.ts'
import type { LivePhase } from './screen.ts'
import { fill } from './words.ts'

type InCall = Extract<LivePhase, { kind: 'in_call' }>

const scene = sceneIn('it', italian)
const mediaState = mediaWith([])
const whole = stillMedia(mediaState)
const media = { ...whole, prepare: () => undefined, whole: () => whole }

let root: Root
beforeEach(() => {
  vi.stubGlobal('fetch', async () => Response.json(stagePage('sheet')))
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

const show = async (phase: InCall) => {
  const screen = { kind: 'call' as const, call: callIn(phase), phase }
  const totem = { ...scene.totem, media, mediaState, screen }
  await act(async () => root.render(<CallLayer {...scene} totem={totem} screen={screen} />))
}

const bruno = { ...ANNA, displayName: 'Bruno', identity: 'o-call.2' }
const hold = { stage: 'held', since: epochMs(MONDAY_1042) } as const
const coming = {
  offerId: offerId('call.2'),
  operator: bruno,
  stage: 'joining',
  aim: 'take_over',
  isLost: false,
} as const
const talking = (more: Partial<InCall>): InCall => ({
  kind: 'in_call',
  operator: ANNA,
  connectedAt: epochMs(MONDAY_1042),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
  ...more,
})
const page = () => document.querySelector('[lang="it"] > section')
const says = (words: string) => document.body.textContent.includes(words)

it('shows the page they look at again with whoever takes over, not only once they are connected', async () => {
  const stage = { kind: 'sheet', slug: 'cie', part: null } as const
  await show(talking({ stage }))
  expect([page() !== null, says('Anna ti mostra')]).toEqual([true, true])
  await show(talking({ stage, hold }))
  expect(page()).toBeNull()

  await show(talking({ stage, hold, colleague: coming }))
  const seen = page()
  expect(seen).not.toBeNull()
  expect(says(fill(italian.call.handOver.title, { name: 'Bruno' }))).toBe(true)
  await show(talking({ operator: bruno, stage }))
  expect([page() === seen, says('Bruno ti mostra')]).toEqual([true, true])
})

it('waits for no screen of whoever hands over', async () => {
  const stage = { kind: 'screen' } as const
  const isUp = () => says(fill(italian.stage.screen, { name: 'Anna' }))
  await show(talking({ stage }))
  expect(isUp()).toBe(true)
  await show(talking({ stage, hold, colleague: coming }))
  expect(isUp()).toBe(false)
})
