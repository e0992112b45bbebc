// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { callId } from '@/lib/switchboard/ids.ts'
import { useVisit, type Visit } from './use-visit.ts'

let root: Root
let visit: Visit | null
/** Streams that are open, by the call they are about. */
let streams: string[]
let posted: string[]
/** How what was asked is answered, when the test says so. */
let answers: (() => void)[]

class FakeStream {
  readonly #call: string
  constructor(url: string) {
    this.#call = url.split('/').at(-2) ?? ''
    streams.push(this.#call)
  }
  addEventListener() {}
  close() {
    streams = streams.filter((call) => call !== this.#call)
  }
}

function Page({ onVisit }: { onVisit: (visit: Visit) => void }) {
  const now = useVisit()
  useEffect(() => {
    onVisit(now)
  })
  return null
}

const ask = (to: string) => act(async () => visit?.listen(callId(to)))
const answer = (which: number) => act(async () => answers[which]?.())

beforeEach(async () => {
  vi.stubGlobal('EventSource', FakeStream)
  streams = []
  posted = []
  answers = []
  vi.stubGlobal('fetch', (url: string) => {
    posted.push(url.split('/').slice(-2).join(' '))
    return new Promise((resolve) => answers.push(() => resolve(Response.json({}))))
  })
  root = openRoot()
  await act(async () => root.render(<Page onVisit={(now) => (visit = now)} />))
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

it.each([
  [0, 1],
  [1, 0],
])('is in the call that was wished for last, and says goodbye to the other', async (first, second) => {
  await ask('a')
  await ask('b')
  await answer(first)
  await answer(second)
  expect(streams).toEqual(['b'])
  expect(posted).toEqual(['a listen', 'b listen', 'a leave'])
})
