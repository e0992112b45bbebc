// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MEDIA_AT_REST, type RemoteEnd } from '@/components/call/call-media-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/totem.json'
import { ANNA, MONDAY_1042 } from './sample-views.ts'
import type { LivePhase } from './screen.ts'
import { whatIsSaidOf } from './voice/what-is-said.ts'
import { WhoCard } from './who-card.tsx'

const phase: Extract<LivePhase, { kind: 'in_call' }> = {
  kind: 'in_call',
  operator: ANNA,
  connectedAt: epochMs(MONDAY_1042),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
}
const lucia = { identity: 'g-lis', as: 'interpreter', name: 'Lucia' } as const

const remotes = (speaking: string | null): RemoteEnd[] =>
  [ANNA.identity, lucia.identity].map((identity) => ({
    identity,
    picture: true,
    sound: true,
    receives: { sound: true, picture: true, text: true },
    isSpeaking: identity === speaking,
  }))

let root: Root
const hear = (speaking: string | null, besides: Partial<typeof phase> = {}) =>
  act(async () =>
    root.render(
      <WhoCard
        words={italian}
        phase={{ ...phase, ...besides }}
        guests={[lucia]}
        mediaState={{ ...MEDIA_AT_REST, remotes: remotes(speaking) }}
        isCutOff={false}
      />,
    ),
  )
/** As they are seen, one below the other. */
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('h1 > span')]
    .toSorted((one, other) => Number(one.style.order) - Number(other.style.order))
    .map(({ textContent }) => textContent.split(',')[0])

beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

it('shows whoever spoke last on top, and reads the names in the order in which they have the call', async () => {
  await hear(null)
  expect(shown()).toEqual(['Anna', 'Lucia'])
  await hear(lucia.identity)
  expect(shown()).toEqual(['Lucia', 'Anna'])
  await hear(null)
  expect(shown()).toEqual(['Lucia', 'Anna'])
  expect(document.querySelector('h1')?.textContent).toMatch(/^Anna.*Lucia/)
  await hear(ANNA.identity)
  expect(shown()).toEqual(['Anna', 'Lucia'])
})

it('says of everybody what they are here for', async () => {
  await hear(null, { supervisor: { displayName: 'Sofia', as: 'third', identity: 's-1' } })
  const names = [...document.querySelectorAll('h1 > span')].map(({ textContent }) => textContent)
  expect(names).toEqual(['Anna, URP', 'Lucia, interprete', 'Sofia, responsabile'])
})

it('is heard with who sees and hears the visitor', async () => {
  await hear(null)
  const heading = document.querySelector('h1')
  const said = heading ? whatIsSaidOf(heading, italian, 'it') : []
  expect(said.map(({ text }) => text).join(' ')).toContain(italian.text.readOnly)
})
