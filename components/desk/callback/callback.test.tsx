// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { DialOutcome } from '@/lib/switchboard/events.ts'
import { epochMs, phoneNumber } from '@/lib/switchboard/ids.ts'
import type { CallbackAtDesk, DeskOffer, DeskWork } from '@/lib/switchboard/views.ts'
import english from '@/messages/en/desk.json'
import italian from '@/messages/it/desk.json'
import { RingDialog } from '../ring/ring-dialog.tsx'
import { callbackFrom, deskAt, offerFrom, ringing } from '../sample-views.ts'
import { CallbackCard, type OnTelephone } from './callback-card.tsx'

let root: Root
beforeEach(() => {
  // A browser keeps to itself that a cancelled animation never finishes; happy-dom reports it.
  vi.spyOn(Animation.prototype, 'cancel').mockImplementation(() => {})
  root = openRoot()
})
afterEach(() => closeRoot(root))

const phone = phoneNumber('+393381234567')
const dialling = (more: Partial<CallbackAtDesk> = {}): OnTelephone => ({
  kind: 'dialling',
  offer: callbackFrom(more),
  phone,
})
const onPhone: OnTelephone = { kind: 'on_phone', offer: callbackFrom(), phone, reachedAt: epochMs(935_000) }

const received = (work: DeskWork) => ({ view: deskAt(work), receivedAt: performance.now() })
const inItalian = (children: React.ReactNode) => (
  <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
    {children}
  </NextIntlClientProvider>
)

let reported: (DialOutcome | 'end')[]
let answer: CommandAnswer
beforeEach(() => {
  reported = []
  answer = { ok: true, value: {} }
})
const report = async (what: DialOutcome | 'end') => {
  reported.push(what)
  return answer
}

const showCard = (work: OnTelephone, canSend = true) =>
  act(async () =>
    root.render(
      inItalian(
        <CallbackCard
          work={work}
          received={received(work)}
          canSend={canSend}
          onDialled={report}
          onEnd={() => report('end')}
        />,
      ),
    ),
  )

const showRing = (offer: DeskOffer) => {
  const work = ringing(offer)
  if (work.kind !== 'ringing') throw new Error('it does not ring')
  return act(async () =>
    root.render(
      inItalian(
        <RingDialog
          ringing={work}
          received={received(work)}
          media={{ attachCurtain: () => () => {} }}
          asked={null}
          onAnswer={() => {}}
          onDecline={() => {}}
        />,
      ),
    ),
  )
}

const keys = () => [...document.querySelectorAll('button')]
const names = () => keys().map(({ textContent }) => textContent)
const press = (name: string) =>
  act(async () =>
    keys()
      .find(({ textContent }) => textContent?.startsWith(name))
      ?.click(),
  )
const seen = () => document.body.textContent ?? ''

describe('the ring of a callback', () => {
  it('says that it is one, where it comes from and why, without the number', async () => {
    await showRing(callbackFrom({ failedDials: 1 }))
    expect(document.querySelector('[role=alertdialog]')).not.toBeNull()
    expect(seen()).toContain('Da richiamare')
    expect(seen()).toContain('Totem di via Padova 149')
    expect(seen()).toContain('Devo rinnovare la carta')
    expect(seen()).toContain('1 su 3')
    expect(names().join()).toMatch(/Richiama.*Rifiuta/)
    expect(document.querySelector('a')).toBeNull()
  })

  it('says when the visitor wants to be called, in the time of the office', async () => {
    const window = {
      from: epochMs(Date.parse('2026-11-27T08:00:00Z')),
      until: epochMs(Date.parse('2026-11-27T10:15:00Z')),
    }
    await showRing(callbackFrom({ window }))
    expect(seen()).toContain('venerdì 27 novembre, dalle 09:00 alle 11:15')
  })

  it('is not taken for the ring of a visitor at the totem, nor the other way round', async () => {
    await showRing(offerFrom())
    expect(seen()).toContain('Chiamata in arrivo')
    expect(seen()).not.toContain('Da richiamare')
    expect(names().join()).toMatch(/Rispondi.*Rifiuta/)
  })
})

describe('a callback in hand', () => {
  it('has its number to dial, and a key for each thing that may come of it', async () => {
    await showCard(dialling())
    expect(document.querySelector('a')?.getAttribute('href')).toBe('tel:+393381234567')
    expect(names()).toEqual(['Ha risposto', 'Non risponde', 'Occupato', 'Numero sbagliato'])
    expect(seen()).toContain('torna da sola più tardi')
  })

  it('warns before the last attempt', async () => {
    await showCard(dialling({ failedDials: 2 }))
    expect(seen()).toContain('È l’ultimo tentativo')
  })

  it('reports once, however often the key is pressed', async () => {
    await showCard(dialling())
    await press('Non risponde')
    await press('Non risponde')
    await press('Ha risposto')
    expect(reported).toEqual(['no_answer'])
  })

  it('says that a report did not arrive, and lets it be made again', async () => {
    answer = { ok: false, refusal: 'unreachable', detail: {} }
    await showCard(dialling())
    await press('Occupato')
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Non è arrivato. Riprova.')
    await press('Occupato')
    expect(reported).toEqual(['busy', 'busy'])
  })

  it('on the telephone is ended, or was a wrong number', async () => {
    await showCard(onPhone)
    expect(seen()).toContain('Al telefono')
    expect(seen()).toContain('1:05')
    expect(names().map((name) => name?.replace('F8', ''))).toEqual(['Termina', 'Numero sbagliato'])
    await press('Termina')
    expect(reported).toEqual(['end'])
  })

  it('has nothing to press while the server is away', async () => {
    await showCard(dialling(), false)
    expect(keys().every((key) => key.getAttribute('aria-disabled') === 'true')).toBe(true)
    await press('Ha risposto')
    expect(reported).toEqual([])
  })
})

it('has the same words in both languages', () => {
  expect(Object.keys(english.callback)).toEqual(Object.keys(italian.callback))
})
