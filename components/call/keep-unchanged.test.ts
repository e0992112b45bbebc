import { expect, it } from 'vitest'
import { keepUnchanged } from './keep-unchanged.ts'

const stream = new EventTarget()
const before = { sending: { sound: true, picture: false }, remote: null, stream }

it('is the very same when nothing in it changed', () => {
  expect(keepUnchanged(before, { sending: { sound: true, picture: false }, remote: null, stream })).toBe(
    before,
  )
})

it('keeps the parts that did not change', () => {
  const after = keepUnchanged<object>(before, {
    ...before,
    sending: { ...before.sending },
    remote: { id: 'a' },
  })
  expect(after).not.toBe(before)
  expect(after).toEqual({ ...before, remote: { id: 'a' } })
  expect(Reflect.get(after, 'sending')).toBe(before.sending)
})

it('compares lists by what is in them', () => {
  const named = { ...before, reachable: ['a', 'b'] }
  expect(keepUnchanged(named, { ...named, reachable: ['a', 'b'] })).toBe(named)
  expect(keepUnchanged(named, { ...named, reachable: ['b', 'a'] })).not.toBe(named)
})

it('takes two things that are not plain data for different, however alike', () => {
  const other = new EventTarget()
  expect(keepUnchanged(before, { ...before, stream: other }).stream).toBe(other)
})
