'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { Icon } from '../icon.tsx'
import { fill, type Words } from '../words.ts'

interface PhonePadProps {
  words: Words
  phone: string
  onPhone: (phone: string) => void
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0']
/** Longer than any number that can be dialled (E.164: 15 digits and a sign). */
const LONGEST = 18

/** How many they are: a number is not said aloud to whoever stands near. */
export const digitsInWords = (words: Words, phone: string): string =>
  fill(words.staff.typed, { count: phone.replaceAll(/\D/g, '').length })

/** A telephone number as on a telephone: large digits, the number as it grows, one key to take back. */
export function PhonePad({ words, phone, onPhone }: PhonePadProps) {
  const say = words.callback
  const type = (digit: string) => onPhone((phone + digit).slice(0, LONGEST))
  const erase = () => onPhone(phone.slice(0, -1))
  const field = useRef<HTMLInputElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event
    if (target instanceof HTMLInputElement || document.querySelector('dialog[open]')) return
    if (/^[\d+]$/.test(key)) type(key)
    else if (key === 'Backspace') erase()
    else return
    event.preventDefault()
    // What follows is typed there; Enter on the digit that had the focus would add one.
    field.current?.focus()
  })
  useEffect(() => {
    // Before the voice, which has digits for itself wherever nothing is typed.
    const options = { capture: true }
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, options)
    return () => window.removeEventListener('keydown', listen, options)
  }, [])
  return (
    <div className="phone-pad flex flex-col gap-32">
      <input
        ref={field}
        type="tel"
        aria-label={say.phone}
        inputMode="none"
        autoComplete="off"
        value={phone}
        data-said={digitsInWords(words, phone)}
        placeholder={say.phoneExample}
        onChange={({ target }) => onPhone(target.value.replaceAll(/[^\d+]/g, '').slice(0, LONGEST))}
        className="hairline min-h-148 w-full rounded-key border-line-strong bg-card px-44 text-center text-display font-bold tracking-wide text-ink placeholder:text-heading placeholder:font-normal placeholder:tracking-normal placeholder:text-ink-2"
      />
      <p aria-live="assertive" className="sr-only">
        {phone === '' ? '' : digitsInWords(words, phone)}
      </p>
      <fieldset dir="ltr" className="grid grid-cols-3 gap-20">
        <legend className="sr-only">{say.digits}</legend>
        {KEYS.map((digit) => (
          <button
            key={digit}
            type="button"
            onClick={() => type(digit)}
            className="key hairline min-h-136 rounded-key border-line-strong bg-card text-heading font-semibold active:bg-blue-light"
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          aria-label={say.erase}
          onClick={erase}
          className="key hairline grid min-h-136 place-items-center rounded-key border-line-strong bg-blue-light text-blue-deep active:bg-line"
        >
          <Icon name="delete" className="size-64" />
        </button>
      </fieldset>
    </div>
  )
}
