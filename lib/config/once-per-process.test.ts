import { expect, it } from 'vitest'
import { oncePerProcess } from './once-per-process.ts'

it('creates once and hands out the same instance afterwards', () => {
  let made = 0
  const create = () => ({ number: ++made })
  const first = oncePerProcess('test-counter', create)
  expect(oncePerProcess('test-counter', create)).toBe(first)
  expect(made).toBe(1)
})

it('keeps names apart', () => {
  const one = oncePerProcess('test-one', () => ({ of: 'one' }))
  const two = oncePerProcess('test-two', () => ({ of: 'two' }))
  expect(one).not.toBe(two)
})
