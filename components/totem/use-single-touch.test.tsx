// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useSingleTouch } from './use-single-touch.ts'

let root: Root
let pressed: string[]
/** Which screen is shown: the next one may come later than it is touched. */
let at: number

const WAY = ['Videochiama', 'Annulla', 'Avanti'] as const

function Screen({ name }: { name: string }) {
  useSingleTouch(name)
  return (
    <button key={name} type="button" onClick={() => pressed.push(name)}>
      {name}
    </button>
  )
}

beforeEach(async () => {
  vi.useFakeTimers()
  pressed = []
  vi.stubGlobal('innerWidth', 1080)
  vi.stubGlobal('innerHeight', 1920)
  // One key fills the panel.
  document.elementFromPoint = () => document.querySelector('button')
  root = openRoot()
  at = -1
  await next()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const touch = async ({ x = 500, y = 1500, pointerType = 'touch' } = {}) => {
  const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 }
  const key = () => document.querySelector('button')
  await act(async () => {
    key()?.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType }))
    key()?.dispatchEvent(new MouseEvent('click', at))
  })
}
const next = () => {
  at += 1
  return act(async () => root.render(<Screen name={WAY[at] ?? 'Fine'} />))
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

it('presses nothing on the next screen, where the finger comes down once more', async () => {
  await touch()
  await next()
  await pass(300)
  await touch({ x: 540, y: 1460 })
  expect(pressed).toEqual(['Videochiama'])
})

it('counts from the change, however late it comes, and from each touch of a hand that goes on trembling', async () => {
  await touch()
  await pass(2_000)
  await next()
  for (let times = 0; times < 4; times++) {
    await pass(200)
    await touch()
  }
  expect(pressed).toEqual(['Videochiama'])
  await pass(400)
  await touch()
  expect(pressed).toEqual(['Videochiama', 'Annulla'])
})

it('does not slow down whoever touches another place, or has waited', async () => {
  await touch()
  await next()
  await pass(50)
  await touch({ x: 500, y: 1400 })
  expect(pressed).toEqual(['Videochiama', 'Annulla'])
  await next()
  await pass(360)
  await touch({ x: 500, y: 1400 })
  expect(pressed).toEqual(['Videochiama', 'Annulla', 'Avanti'])
})

it('takes every touch of a key that stays, as fast as digits are typed', async () => {
  for (let times = 0; times < 3; times++) {
    await touch()
    await pass(80)
  }
  expect(pressed).toEqual(['Videochiama', 'Videochiama', 'Videochiama'])
})

it('leaves the keys of a keyboard and the voice alone', async () => {
  await touch()
  await next()
  await act(async () => document.querySelector('button')?.click())
  expect(pressed).toEqual(['Videochiama', 'Annulla'])
})

it('is no mouse’s business', async () => {
  await touch({ pointerType: 'mouse' })
  await next()
  await touch({ pointerType: 'mouse' })
  expect(pressed).toEqual(['Videochiama', 'Annulla'])
})
