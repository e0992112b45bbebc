// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { QueuedCall } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/desk.json'
import { QueueColumn } from './queue-column.tsx'
import { deskAt } from './sample-views.ts'

const waiting = (position: number): QueuedCall => ({
  position,
  totemName: `Totem ${position}`,
  serviceTitle: 'Carta d’identità',
  language: null,
  enqueuedAt: epochMs(900_000 + position * 1_000),
  isCallback: false,
})

const shown = (length: number) =>
  listed(
    Array.from({ length: Math.min(length, 3) }, (_, index) => waiting(index + 1)),
    length,
  )

async function listed(queue: readonly QueuedCall[], length = queue.length): Promise<string> {
  const view = deskAt({ kind: 'idle', readyAt: epochMs(0) }, { queue, queueLength: length })
  const root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <QueueColumn received={{ view, receivedAt: performance.now() }} />
      </NextIntlClientProvider>,
    ),
  )
  const text = document.body.textContent
  await closeRoot(root)
  return text
}

it('[SW-380] says how many more wait than are listed', async () => {
  expect(await shown(3)).not.toContain('altr')
  expect(await shown(4)).toContain('In attesa · 4')
  expect(await shown(4)).toContain('e un’altra chiamata')
  expect(await shown(2_000)).toContain('e altre 1997 chiamate')
})

it('lists two callbacks that one totem left for the same window', async () => {
  const callback = { ...waiting(1), isCallback: true }
  const text = await listed([callback, { ...callback, position: 2 }])
  expect(text.split('Da richiamare')).toHaveLength(3)
})

it('says hours where a callback has waited over the weekend', async () => {
  const { serverNow } = deskAt({ kind: 'idle', readyAt: epochMs(0) })
  const since = (ms: number) => listed([{ ...waiting(1), enqueuedAt: epochMs(serverNow - ms) }])
  expect(await since(65 * 3_600_000 + 25 * 60_000 + 12_000)).toContain('da 65 h 25 min')
  expect(await since(61_000)).toMatch(/da 1 min \d+ s/)
  expect(await since(7_000)).toMatch(/da \d+ s/)
})
