'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { homeOf } from './home-of.ts'
import { type SignInOutcome, signIn } from './sign-in.ts'

type Trouble = Exclude<SignInOutcome, { kind: 'in' }>

/** @param returnTo where the person wanted to go; null: where their role works */
export function LoginForm({ returnTo }: { returnTo: string | null }) {
  const words = useTranslations('login')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  // Before the page's code runs, a click would send the form as browsers do by themselves: to no avail.
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    setIsReady(true)
    first.current?.focus()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setTrouble(null)
    setIsBusy(true)
    const outcome = await signIn({
      email: textOf(fields, 'email').trim(),
      password: textOf(fields, 'password'),
    })
    if (outcome.kind === 'in') {
      // A whole new page: whatever the browser kept was made for nobody in particular.
      window.location.assign(returnTo ?? homeOf(outcome.role))
      return
    }
    setIsBusy(false)
    setTrouble(outcome)
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {trouble ? <TroubleBanner trouble={trouble} /> : null}
      <TextField
        ref={first}
        label={words('email')}
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        label={words('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone="main" isWide disabled={!isReady} isStill={isBusy}>
        {isBusy ? words('busy') : words('submit')}
      </Button>
    </form>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

function TroubleBanner({ trouble }: { trouble: Trouble }) {
  const words = useTranslations('login.trouble')
  const text =
    trouble.kind === 'too_often' && trouble.waitMinutes !== null
      ? words('too_often.wait', { minutes: trouble.waitMinutes })
      : words(`${trouble.kind}.text`)
  return (
    <Banner tone="trouble" isUrgent title={words(`${trouble.kind}.title`)}>
      {text}
    </Banner>
  )
}
