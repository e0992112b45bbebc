'use client'

import { LogIn, MonitorOff, ServerOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Modal } from '@/components/ui/modal.tsx'
import type { DeskSession } from './desk-session.ts'

export interface SessionScreenProps {
  session: Exclude<DeskSession, { kind: 'open' }>
  onWant: (options: { takeOver: boolean }) => void
}

/** What is shown while this page is not the operator's desk. */
export function SessionScreen({ session, onWant }: SessionScreenProps) {
  switch (session.kind) {
    case 'opening':
      return <Opening />
    case 'elsewhere':
      return <Elsewhere onWant={onWant} />
    case 'replaced':
      return <Replaced onWant={onWant} />
    case 'failed':
      return <Failed onWant={onWant} />
    case 'signed_out':
      return <SignedOut />
  }
}

/** Words only once it takes longer than people notice. */
function Opening() {
  const words = useTranslations('desk')
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="flex flex-1 items-center justify-center text-lg text-ink-2">
      <p aria-live="polite">{isSlow ? words('loading') : ''}</p>
    </main>
  )
}

type OnWant = Pick<SessionScreenProps, 'onWant'>

function Elsewhere({ onWant }: OnWant) {
  const words = useTranslations('desk.session')
  const [isLeftThere, setIsLeftThere] = useState(false)
  if (isLeftThere) {
    return (
      <Notice
        icon={<MonitorOff aria-hidden="true" size={40} />}
        title={words('leftThereTitle')}
        text={words('leftThereText')}
        action={
          <Button tone="main" size="large" onClick={() => setIsLeftThere(false)}>
            {words('bringHere')}
          </Button>
        }
      />
    )
  }
  return (
    <main className="flex-1">
      <Modal role="alertdialog" title={words('elsewhereTitle')} onDismiss={() => setIsLeftThere(true)}>
        <p className="text-ink-2">{words('elsewhereText')}</p>
        <div className="mt-6 flex gap-3">
          <Button tone="main" onClick={() => onWant({ takeOver: true })}>
            {words('takeOver')}
          </Button>
          <Button onClick={() => setIsLeftThere(true)}>{words('leaveThere')}</Button>
        </div>
      </Modal>
    </main>
  )
}

function Replaced({ onWant }: OnWant) {
  const words = useTranslations('desk.session')
  return (
    <Notice
      icon={<MonitorOff aria-hidden="true" size={40} />}
      title={words('replacedTitle')}
      text={words('replacedText')}
      action={
        <Button tone="main" size="large" onClick={() => onWant({ takeOver: false })}>
          {words('bringHere')}
        </Button>
      }
    />
  )
}

const RETRY_MS = 5_000

function Failed({ onWant }: OnWant) {
  const words = useTranslations('desk.session')
  useEffect(() => {
    const timer = setTimeout(() => onWant({ takeOver: false }), RETRY_MS)
    return () => clearTimeout(timer)
  }, [onWant])
  return (
    <Notice
      icon={<ServerOff aria-hidden="true" size={40} />}
      title={words('failedTitle')}
      text={words('failedText')}
      action={
        <Button size="large" onClick={() => onWant({ takeOver: false })}>
          {words('retry')}
        </Button>
      }
    />
  )
}

function SignedOut() {
  const words = useTranslations('desk.session')
  return (
    <Notice
      icon={<LogIn aria-hidden="true" size={40} />}
      title={words('signedOutTitle')}
      text={words('signedOutText')}
      action={
        <a
          href="/login?from=/desk"
          className="inline-flex min-h-16 items-center rounded-desk bg-blue px-6 text-xl font-semibold text-white hover:bg-blue-deep"
        >
          {words('signInAgain')}
        </a>
      }
    />
  )
}

function Notice({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode
  title: string
  text: string
  action: ReactNode
}) {
  return (
    <main className="flex flex-1 flex-col items-center justify-center p-8 text-center">
      <span className="mb-6 flex size-24 items-center justify-center rounded-full bg-blue-light text-blue-deep">
        {icon}
      </span>
      <div role="alert">
        <h1 className="text-3xl font-bold">{title}</h1>
        <p className="mx-auto mt-2 max-w-xl text-lg text-ink-2">{text}</p>
      </div>
      <div className="mt-8">{action}</div>
    </main>
  )
}
