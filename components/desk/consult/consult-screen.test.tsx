// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCallMedia } from '@/components/call/call-media.ts'
import type { ConnectionState } from '@/components/call/call-media-state.ts'
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
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const show = (connection: ConnectionState) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
        <ConsultScreen
          work={WORK}
          desk={{
            media,
            mediaState: media.state(),
            consult: { media, state: { ...media.state(), connection } },
          }}
          isEnding={false}
          onEnd={() => undefined}
        />
      </NextIntlClientProvider>,
    ),
  )
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
