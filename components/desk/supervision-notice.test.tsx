// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import english from '@/messages/en/desk.json'
import italian from '@/messages/it/desk.json'
import { deskAt, ringing } from './sample-views.ts'
import { SupervisionNotice } from './supervision-notice.tsx'

async function said(view: DeskView, locale: 'it' | 'en' = 'it'): Promise<string> {
  const root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale={locale} messages={{ desk: locale === 'it' ? italian : english }}>
        <SupervisionNotice view={view} />
      </NextIntlClientProvider>,
    ),
  )
  const text = document.body.textContent
  await closeRoot(root)
  return text
}

const idle: DeskView['work'] = { kind: 'idle', readyAt: epochMs(1_000_000) }

it('[SW-95] tells the operator that the supervision has put them on a break', async () => {
  const view = deskAt(idle, { intent: 'on_break', intentBy: 'supervisor' })
  expect(await said(view)).toContain('La supervisione ti ha messo in pausa')
  expect(await said(view, 'en')).toContain('Your supervisor has put you on a break')
})

it('[SW-95] says that a call is finished first', async () => {
  const view = deskAt(ringing(), { intent: 'off_duty', intentBy: 'supervisor' })
  expect(await said(view)).toContain('vale dopo questa chiamata')
})

it('[SW-95] says nothing of what they decided themselves', async () => {
  expect(await said(deskAt(idle, { intent: 'on_break' }))).toBe('')
})
