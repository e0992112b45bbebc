// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OwnPaper } from '@/components/call/paper-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { PaperShow } from './paper-show.tsx'

const { paper: say } = italian

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

/** A paper that the test puts down and takes up. */
function totem(first: OwnPaper) {
  let now = first
  const listeners = new Set<() => void>()
  const paper = {
    show: () => undefined,
    stop: vi.fn<() => void>(),
    nameCamera: () => undefined,
    state: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const show = (isHeld: boolean, next: OwnPaper = now) =>
    act(async () => {
      now = next
      for (const listener of [...listeners]) listener()
      root.render(
        <PaperShow words={italian} paper={paper} canShow={!isHeld} isHeld={isHeld} isSmall={false} />,
      )
    })
  return { paper, show }
}

const said = () => document.querySelector('[role="status"]')?.textContent
const key = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)

const picture = new MediaStream()
const SENT: OwnPaper = { kind: 'shown', picture, isSent: true }
const NOT_SENT: OwnPaper = { kind: 'shown', picture, isSent: false }

it('on hold says that the paper waits and will be seen again, and afterwards that it is seen, in the same live region', async () => {
  const { show } = totem(SENT)
  await show(false)
  const region = document.querySelector('[role="status"]')
  expect(said()).toBe(say.seen + say.hint)
  await show(true, NOT_SENT)
  expect(said()).toBe(say.held + say.heldText)
  await show(false, SENT)
  expect(said()).toBe(say.seen + say.hint)
  expect(document.querySelector('[role="status"]')).toBe(region)
})

it('on hold leaves the key by which nothing is seen when the call goes on', async () => {
  const { paper, show } = totem(NOT_SENT)
  await show(true)
  expect(say.heldText).toContain(say.stop)
  await act(async () => key(say.stop)?.click())
  expect(paper.stop).toHaveBeenCalledOnce()
  await show(true, { kind: 'none' })
  expect(key(say.show)).toBeUndefined()
  await show(false)
  expect(key(say.show)).toBeDefined()
})

it('never says that a paper waits which is still seen', async () => {
  const { show } = totem(SENT)
  await show(true)
  expect(said()).toBe(say.seen + say.hint)
})

it('on hold says of a camera that opens that the paper waits, and of one that does not why', async () => {
  const { show } = totem({ kind: 'opening' })
  await show(true)
  expect(said()).toBe(say.held + say.heldText)
  await show(true, { kind: 'unavailable', why: 'lost' })
  expect(said()).toBe(say.unavailable + say.unavailableText)
})
