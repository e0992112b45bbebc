// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { callId, pageEpoch } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/totem.json'
import { TakeAlong } from './take-along.tsx'

const say = italian.stage
let root: Root
let answer: () => Response

function Stage() {
  useKeptFocus()
  return (
    <section aria-label="Anna ti mostra">
      <TakeAlong
        words={italian}
        locale="it"
        page={{ kind: 'sheet', slug: 'cie' }}
        of={{ slug: 'padova-149', epoch: pageEpoch(1), callId: callId('call') }}
      />
    </section>
  )
}
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => answer())
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('leaves whoever asks for another code by keyboard at what is shown', async () => {
  answer = () => Response.json({ refusal: 'fault' }, { status: 500 })
  await act(async () => root.render(<Stage />))
  const key = document.querySelector('button')
  expect(key?.textContent).toBe(say.qrAgain)
  answer = () =>
    Response.json({ svg: '<svg/>', address: 'https://comune.esempio.it/m/x', minutes: 15, isOnlyHere: false })
  await act(async () => {
    key?.focus()
    key?.click()
  })
  expect(document.querySelector('img')).not.toBeNull()
  await settled()
  expect(document.activeElement).toBe(document.querySelector('section'))
})
