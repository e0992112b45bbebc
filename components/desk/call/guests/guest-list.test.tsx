// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { guestId, pageEpoch } from '@/lib/switchboard/ids.ts'
import type { GuestAtDesk } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/desk.json'
import { deskAt, offerFrom, ringing } from '../../sample-views.ts'
import { offerCommands } from '../offer-commands.ts'
import { GuestList } from './guest-list.tsx'

const atDoor = (id: string): GuestAtDesk => ({
  id: guestId(id),
  identity: `g-${id}`,
  as: 'interpreter',
  name: id,
  state: 'at_door',
  until: null,
})

it('lets two in at once: the first answer that is still awaited keeps nobody at the door', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const posted: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    posted.push(url)
    return new Promise(() => undefined)
  })
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
        <GuestList
          guests={[atDoor('Maria'), atDoor('Ugo')]}
          people={[]}
          remotes={[]}
          offer={offerCommands(offerFrom().id, pageEpoch(3), null, () => undefined)}
          received={{ view: deskAt(ringing()), receivedAt: performance.now() }}
        />
      </NextIntlClientProvider>,
    ),
  )
  const keys = [...container.querySelectorAll('button')].filter(({ textContent }) =>
    textContent.startsWith(italian.guests.admit),
  )
  for (const key of keys) await act(async () => key.click())
  expect(posted).toEqual(['/api/offers/call.1/guests/Maria/admit', '/api/offers/call.1/guests/Ugo/admit'])
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})
