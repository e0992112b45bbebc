// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState, ConnectionState, RemoteEnd } from '@/components/call/call-media-state.ts'
import type { HealthReport } from '@/components/call/health/health-report.ts'
import { createSaidHealth } from '@/components/call/health/said-health.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { callId, epochMs, offerId, serviceSlug } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/desk.json'
import { ConsultScreen, type ConsultScreenProps } from './consult-screen.tsx'

const channels = { sound: true, picture: true, text: true }
const WORK: ConsultScreenProps['work'] = {
  kind: 'consulting',
  endsAt: epochMs(1_100_000),
  isLost: false,
  consult: {
    offerId: offerId('call.2'),
    callId: callId('call'),
    totemName: 'Totem di via Padova 149',
    service: serviceSlug('carta-identita'),
    serviceTitle: 'Carta d’identità',
    needs: { skills: [], language: 'it', mode: 'spoken' },
    note: '',
    from: { displayName: 'Anna', officeName: 'URP', identity: 'o-call.1', channels },
    room: { name: 'consult-call.2', media: 'open' },
    identity: 'o-call.2',
    channels,
    isFromLost: false,
  },
}

const media = createCallMedia({ fetchToken: () => Promise.reject(new Error('no room here')) })

let root: Root
beforeEach(() => {
  vi.useFakeTimers()
  bounds = []
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

const ANNA: RemoteEnd = {
  identity: 'o-call.1',
  sound: true,
  picture: true,
  receives: channels,
  isSpeaking: false,
}
let state: CallMediaState
const health = createSaidHealth()
/** What the picture that goes to the colleague may take. */
let bounds: (number | null)[]
const toColleague = {
  ...media,
  state: () => state,
  stats: async () => [],
  boundPicture: (bits: number | null) => void bounds.push(bits),
  packets: health.packets,
}
const seconds = (count: number) => act(async () => void (await vi.advanceTimersByTimeAsync(count * 1_000)))
const say = (report: Partial<HealthReport>) => act(async () => health.say('o-call.1', report))

const show = (connection: ConnectionState, work = WORK) => {
  const remotes = connection === 'connected' ? [ANNA] : []
  const sending = { sound: true, picture: true }
  state = { ...media.state(), connection, sending, remote: remotes[0] ?? null, remotes }
  return act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
        <ConsultScreen
          work={work}
          desk={{ media, mediaState: media.state(), consult: { media: toColleague, state } }}
          isEnding={false}
          onEnd={() => undefined}
        />
      </NextIntlClientProvider>,
    ),
  )
}
const told = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)

it.each(['reconnecting', 'lost'] as const)(
  'says to whoever is asked that the consult is %s, until it is back',
  async (connection) => {
    await show('connected')
    await show(connection)
    expect(told()).toContain(italian.consult.own[connection])
    await show('connected')
    expect(told()).not.toContain(italian.consult.own[connection])
  },
)

it('says that the colleague does not hear, and that their network is weak, while both are there', async () => {
  const { notHeard, theirLinkWeak } = italian.consult.health
  await show('connected')
  await seconds(2)
  await say({ hearsNothing: true, link: 'weak' })
  const notices = [notHeard, theirLinkWeak].map((words) => words.replace('{name}', 'Anna')).join('')
  expect(told()).toContain(notices)
  await show('reconnecting')
  expect(told()).not.toContain(notices)
})

it('lets the picture rest that does not get through to the colleague, unless the call is signed', async () => {
  await show('connected')
  await seconds(2)
  await say({ arrival: 'bad', pictureBits: 300_000 })
  await seconds(2)
  expect(bounds.at(-1)).toBe(0)
  await show('connected', {
    ...WORK,
    consult: { ...WORK.consult, needs: { ...WORK.consult.needs, mode: 'lis' } },
  })
  await seconds(2)
  expect(bounds.at(-1)).toBe(210_000)
})
