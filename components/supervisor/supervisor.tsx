'use client'

import { useTranslations } from 'next-intl'
import { SignOutButton } from '@/components/login/sign-out-button.tsx'
import { Banner } from '@/components/ui/banner.tsx'
import { Button } from '@/components/ui/button.tsx'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { CallsTable } from './calls-table.tsx'
import { OperatorsTable } from './operators-table.tsx'
import { refusalWords } from './refusal-words.ts'
import { useVisit } from './use-visit.ts'
import { useWall } from './use-wall.ts'
import { VisitPanel } from './visit-panel.tsx'

/** All calls and operators of a body, live; and the one call that this supervisor is in, if any. */
export function Supervisor({ person }: { person: string }) {
  const words = useTranslations('supervisor')
  const { received, link } = useWall()
  const visit = useVisit()
  useKeptFocus()
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 shrink-0 items-center gap-6 bg-night px-6 text-white">
        <p className="text-xl font-bold">Pronto</p>
        <p className="truncate text-night-ink-2">{received?.view.bodyName}</p>
        <div className="ml-auto flex items-center gap-4">
          <a href="/admin" className="text-night-ink-2 underline hover:text-white">
            {words('toAdmin')}
          </a>
          <span className="whitespace-nowrap">{person}</span>
          <SignOutButton
            lastWords={visit.leave}
            className="cursor-pointer rounded-desk-sm border border-night-line px-3 py-1.5 text-sm font-semibold hover:bg-night-3"
          >
            {words('signOut')}
          </SignOutButton>
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-7xl flex-1 flex-col gap-5 p-5">
        <h1 className="text-2xl font-bold">{words('title')}</h1>
        {link === 'down' ? (
          <Banner tone="warning" isUrgent title={words('down.title')}>
            {words('down.text')}
          </Banner>
        ) : null}
        {link === 'signed_out' ? (
          <Banner
            tone="warning"
            isUrgent
            title={words('signedOut.title')}
            action={
              <a href="/login?from=/supervisor" className="font-semibold underline">
                {words('signedOut.again')}
              </a>
            }
          >
            {words('signedOut.text')}
          </Banner>
        ) : null}
        {visit.refusal ? (
          <Banner
            tone="trouble"
            isUrgent
            title={words(`refusals.${refusalWords(visit.refusal)}`)}
            action={
              <Button size="small" onClick={visit.forget}>
                {words('close')}
              </Button>
            }
          />
        ) : null}
        <div role="status" className="empty:sr-only">
          {visit.hasEnded ? (
            <Banner
              title={words('visitOver')}
              action={
                <Button size="small" onClick={visit.forget}>
                  {words('close')}
                </Button>
              }
            />
          ) : null}
        </div>
        <VisitPanel visit={visit} />
        {received ? (
          <>
            <CallsTable received={received} visit={visit} />
            <OperatorsTable operators={received.view.operators} />
          </>
        ) : link === 'signed_out' ? null : (
          <p className="text-ink-2">{words('loading')}</p>
        )}
      </main>
    </div>
  )
}
