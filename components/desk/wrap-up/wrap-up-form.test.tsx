// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { callId, epochMs, serviceSlug } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/desk.json'
import { deskAt } from '../sample-views.ts'
import { type WrapUp, WrapUpForm } from './wrap-up-form.tsx'

const words = italian.wrapUp
const wrapUp: WrapUp = {
  kind: 'wrap_up',
  callId: callId('call'),
  totemName: 'Totem di via Padova 149',
  service: serviceSlug('carta-identita'),
  serviceTitle: 'Carta d’identità',
  endsAt: epochMs(1_060_000),
  isExtended: false,
}

function Desk({ children }: { children: ReactNode }) {
  useKeptFocus()
  return <main>{children}</main>
}

let root: Root
const show = (work: WrapUp, onSave = async () => true) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <Desk>
          <WrapUpForm
            wrapUp={work}
            note=""
            received={{ view: deskAt(work), receivedAt: performance.now() }}
            canSend
            onSave={onSave}
            onExtend={() => undefined}
          />
        </Desk>
      </NextIntlClientProvider>,
    ),
  )
const key = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)
const press = (name: string) =>
  act(async () => {
    key(name)?.focus()
    key(name)?.click()
  })
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.useFakeTimers()
  // A browser keeps to itself that a cancelled animation never finishes; happy-dom reports it.
  vi.spyOn(Animation.prototype, 'cancel').mockImplementation(() => undefined)
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('keeps whoever saves by keyboard on the key while it is saved, and when it was not', async () => {
  let answer: (isSaved: boolean) => void = () => undefined
  const saving = vi.fn<() => Promise<boolean>>(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  await show(wrapUp, saving)
  await press(words.save)
  await press(words.save)
  expect(saving).toHaveBeenCalledOnce()
  expect(key(words.save)?.hasAttribute('disabled')).toBe(false)
  expect(key(words.save)?.getAttribute('aria-disabled')).toBe('true')
  await act(async () => answer(false))
  expect(document.activeElement).toBe(key(words.save))
  expect(document.querySelector('[role="alert"]')?.textContent).toBe(words.failed)
  await press(words.save)
  expect(saving).toHaveBeenCalledTimes(2)
})

it('leaves whoever asks for more time by keyboard in the form', async () => {
  await show(wrapUp)
  await press(words.extend)
  await show({ ...wrapUp, isExtended: true })
  await settled()
  expect(document.activeElement).toBe(document.querySelector('form'))
})
