'use client'

import { createElement, useEffect, useEffectEvent, useState } from 'react'
import { stillKey } from '@/components/ui/still-key.ts'
import { languageTag } from '@/lib/i18n/locale.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { Key } from '../key.tsx'
import { useKeyboard } from '../keyboard/use-keyboard.ts'
import { inForms } from '../plural-forms.ts'
import { bottomBar, type Scene } from '../scene.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { clockTime, dayInWords } from '../times.ts'
import { topLine } from '../top-line.tsx'
import { fill } from '../words.ts'
import { fetchWindows, leaveNumber, newKeys } from './callback-commands.ts'
import { type CallbackTrouble, callbackTroubleOf } from './callback-trouble.ts'
import { digitsInWords, PhonePad } from './phone-pad.tsx'
import { WindowChoice } from './window-choice.tsx'

interface CallbackFormProps {
  scene: Scene
  service: string
  /** The call whose place the callback takes; null: there is none. */
  callId: string | null
}

const STEPS = ['phone', 'when', 'reason'] as const
/** As many digits as the shortest number that can be dialled in Italy. */
const SHORTEST = 6
/** The switchboard takes 300 characters. */
const LONGEST_REASON = 300

/** Nothing is left to do here but to call: the number comes with the words. */
const CALL_INSTEAD: ReadonlySet<CallbackTrouble> = new Set(['callbacks-full', 'fault', 'unreachable'])

/** Three short steps: the number, the time, and if one likes what it is about. Nothing is stored before the end. */
export function CallbackForm({ scene, service, callId }: CallbackFormProps) {
  const { totem, words, locale, slug, kept } = scene
  const [step, setStep] = useState<(typeof STEPS)[number]>('phone')
  const [phone, setPhone] = useState('')
  const [window, setWindow] = useState<TimeWindow | null>(null)
  const [reason, setReason] = useState('')
  const [windows, setWindows] = useState<readonly TimeWindow[]>([])
  const [isSending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<CallbackTrouble | null>(null)
  /** One for what is typed now: a second touch on the last key, or a lost answer, leaves one number. */
  const [keys, setKeys] = useState(newKeys)
  const Keyboard = useKeyboard()
  const say = words.callback

  useEffect(() => {
    const undo = new AbortController()
    void fetchWindows(slug, service, undo.signal).then((found) => {
      if (!undo.signal.aborted) setWindows(found)
    })
    return () => undo.abort()
  }, [slug, service])

  // Whoever fills this in is there; whoever is not is found out by the page's own question.
  const asked = totem.view?.call?.phase
  const isAsked = asked?.kind === 'waiting' && asked.stillHere !== null
  const answer = useEffectEvent(() => totem.sayStillHere())
  useEffect(() => {
    if (isAsked) answer()
  }, [isAsked])

  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setTrouble(null)
      setKeys(newKeys())
    }
  const send = async () => {
    const epoch = totem.view?.epoch
    if (isSending) return
    if (epoch === undefined) {
      setTrouble('unreachable')
      return
    }
    setSending(true)
    const left = { phone, reason: reason.trim(), window }
    const result = await leaveNumber(
      { slug, epoch, service, callId, language: languageTag(locale) },
      left,
      keys,
    )
    setSending(false)
    if (result.ok) {
      totem.dispatch({ type: 'opened', page: { kind: 'promised', window } })
      return
    }
    const why = callbackTroubleOf(result.refusal)
    setTrouble(why)
    if (why === 'phone-invalid') setStep('phone')
    if (why === 'window-unavailable') setStep('when')
  }

  // Where nobody knows the hours there is nothing to choose.
  const steps = STEPS.filter((each) => each !== 'when' || windows.length > 0)
  const at = steps.indexOf(step)
  const next = steps[at + 1]
  const canGoOn = step !== 'phone' || phone.replaceAll(/\D/g, '').length >= SHORTEST
  const goBack = () => {
    const before = steps[at - 1]
    if (before) setStep(before)
    else totem.dispatch({ type: 'wentBack' })
  }
  return (
    <div className="split leaving flex h-full flex-col bg-paper">
      <header className="sky above-reach px-64 pt-48 pb-48 text-white">
        {topLine(scene)}
        <p className="mt-40 text-body font-semibold">{fill(say.step, { step: at + 1, of: steps.length })}</p>
        <ScreenHeading key={step} className="mt-8 text-heading font-bold">
          {say[`${step}Title`]}
        </ScreenHeading>
        <p className="mt-12 text-lead">{say[`${step}Text`]}</p>
        {step === 'phone' && (
          <p className="mt-12 text-body">{inForms(say.privacy, { hours: kept.callbackHours }, locale)}</p>
        )}
        {step === 'reason' && (
          <dl className="mt-28 grid grid-cols-[auto_1fr] gap-x-32 gap-y-4 border-t-2 border-white/40 pt-24 text-lead">
            <dt>{say.phone}</dt>
            <dd className="font-bold rtl:text-end" dir="ltr" data-said={digitsInWords(words, phone)}>
              {phone}
            </dd>
            <dt>{say.when}</dt>
            <dd className="font-bold">
              {window === null
                ? say.soon
                : `${dayInWords(window.from, locale)}, ${clockTime(window.from, locale)}–${clockTime(window.until, locale)}`}
            </dd>
          </dl>
        )}
      </header>
      <section
        aria-label={say[`${step}Title`]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-48 py-32"
      >
        {step === 'phone' && <PhonePad words={words} phone={phone} onPhone={change(setPhone)} />}
        {step === 'when' && (
          <WindowChoice
            words={words}
            locale={locale}
            windows={windows}
            chosen={window}
            onChoose={change(setWindow)}
          />
        )}
        {step === 'reason' && (
          <div className="flex h-full flex-col gap-24">
            <textarea
              aria-label={say.reason}
              inputMode="none"
              value={reason}
              maxLength={LONGEST_REASON}
              placeholder={say.reasonExample}
              onChange={({ target }) => change(setReason)(target.value)}
              className="hairline min-h-112 flex-1 resize-none rounded-key border-line-strong bg-card px-36 py-20 text-lead text-ink placeholder:text-ink-2"
            />
            {Keyboard &&
              createElement(Keyboard, {
                words,
                layout: 'text',
                ground: 'paper',
                onText: (typed: string) => change(setReason)((reason + typed).slice(0, LONGEST_REASON)),
                onErase: () => change(setReason)(reason.slice(0, -1)),
                onNewline: () => change(setReason)(`${reason}\n`.slice(0, LONGEST_REASON)),
              })}
          </div>
        )}
      </section>
      <div className="flex flex-col gap-24 px-48 pb-40">
        <p role="alert" className="px-12 text-lead font-semibold text-red empty:hidden">
          {trouble && say.troubles[trouble]}
          {trouble && CALL_INSTEAD.has(trouble) && scene.phone !== '' && (
            <>
              {' '}
              {words.attract.phone} <bdi className="whitespace-nowrap">{scene.phone}</bdi>
            </>
          )}
        </p>
        <div className="grid grid-cols-[1fr_2fr] gap-24">
          <Key
            key={`back ${step}`}
            tone="paper"
            className="min-h-148 text-title"
            data-way="back"
            onClick={goBack}
          >
            {at === 0 ? say.cancel : words.bar.back}
          </Key>
          <Key
            // One for each step: a touch meant once must not go two steps, or send.
            key={step}
            tone="green"
            className="min-h-148 text-title font-bold aria-disabled:opacity-50"
            {...stillKey(!canGoOn || isSending, () => (next ? setStep(next) : void send()))}
          >
            {isSending ? say.sending : next ? say.next : say.confirm}
          </Key>
        </div>
        {bottomBar(scene, false)}
      </div>
    </div>
  )
}
