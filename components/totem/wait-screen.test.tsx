// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { ANNA } from './sample-views.ts'
import type { QueuePhase } from './screen.ts'
import { watchNews } from './voice/news.ts'
import { whatIsSaidOf } from './voice/what-is-said.ts'
import { WaitScreen } from './wait-screen.tsx'

type Wait = Extract<QueuePhase, { kind: 'waiting' }>

const waiting = (position: number, fromMin: number, longer = false): Wait => ({
  kind: 'waiting',
  position,
  again: false,
  wait: { kind: 'range', fromMin, toMin: fromMin + 2, longer },
  stillHere: null,
  callbackOffered: false,
})

let root: Root
let told: string[]
let stop: () => void

const show = (phase: QueuePhase, isReconnecting = false, isTextForgotten = false) =>
  act(async () =>
    root.render(
      <main>
        <WaitScreen
          words={italian}
          top={null}
          phase={phase}
          selfView={null}
          isReconnecting={isReconnecting}
          isTextForgotten={isTextForgotten}
          onCallback={null}
          onCancel={() => undefined}
        >
          {null}
        </WaitScreen>
      </main>,
    ),
  )

beforeEach(async () => {
  vi.useFakeTimers()
  told = []
  root = openRoot()
  await show(waiting(3, 8))
  const onNews = (news: readonly Element[]) =>
    told.push(...news.map(({ textContent }) => textContent).filter((words) => words !== ''))
  stop = watchNews({ onUrgent: onNews, onQuiet: onNews })
})
afterEach(async () => {
  stop()
  await closeRoot(root)
  vi.useRealTimers()
})

it('tells the place when it has changed, and not each minute of the wait', async () => {
  await show(waiting(3, 7))
  await show(waiting(3, 6))
  expect(told).toEqual([])
  await show(waiting(2, 6))
  expect(told).toEqual([`${italian.wait.place} 2º`])
})

it('tells that it takes longer than was said, once', async () => {
  await show(waiting(3, 12, true))
  await show(waiting(3, 11, true))
  await show(waiting(3, 10))
  expect(told).toEqual([italian.wait.longer])
})

it('tells whom it is ringing', async () => {
  await show({ kind: 'ringing', ringing: ANNA, position: 1, again: false })
  expect(told).toContain('Stiamo chiamando Anna.')
})

it('tells that the connection is lost, and that it is back', async () => {
  await show(waiting(3, 8), true)
  await show(waiting(3, 8))
  expect(told).toEqual([italian.call.reconnecting, italian.call.reconnected])
  const status = () =>
    [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('')
  expect(status()).toBe(italian.call.reconnected)
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(status()).toBe('')
})

it('tells that what was typed before is lost, and says nothing where nothing was', async () => {
  expect(document.body.textContent).not.toContain(italian.text.forgotten)
  await show({ ...waiting(3, 8), again: true }, false, true)
  expect(told).toEqual(expect.arrayContaining([italian.text.forgotten]))
})

it('is heard with the place and the minutes', () => {
  const heading = document.querySelector('h1')
  const said = heading ? whatIsSaidOf(heading, italian, 'it') : []
  expect(said.map(({ text }) => text).join(' ')).toMatch(/Il tuo posto 3º .*8–10 minuti/)
})
