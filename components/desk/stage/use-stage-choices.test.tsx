// @vitest-environment happy-dom

import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useStageChoices } from './use-stage-choices.ts'

/** What the server answers, one after the other; the last one for ever. */
let answers: (() => Response)[]
let asked: number
let root: Root
const away = () => new Response(null, { status: 503 })
const here = () => Response.json({ choices: [] })

function Shown() {
  const choices = useStageChoices('it')
  return choices === null ? 'not yet' : choices === 'failed' ? 'away' : `${choices.length} choices`
}

beforeEach(() => {
  vi.useFakeTimers()
  asked = 0
  vi.stubGlobal('fetch', async () => {
    asked++
    return (answers.length > 1 ? answers.shift() : answers[0])?.()
  })
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const show = () => act(async () => root.render(<Shown />))
const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms))

it('asks a server that was away again, until it answers, and then no more', async () => {
  answers = [away, away, here]
  await show()
  expect(document.body.textContent).toBe('away')
  await wait(2_000)
  expect(document.body.textContent).toBe('away')
  await wait(2_000)
  expect(document.body.textContent).toBe('0 choices')
  await wait(60_000)
  expect(asked).toBe(3)
})

it('asks no more once nobody wants to know', async () => {
  answers = [away]
  await show()
  await closeRoot(root)
  await wait(60_000)
  expect(asked).toBe(1)
})
