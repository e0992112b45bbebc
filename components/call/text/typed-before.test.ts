// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { TYPED_IN_THIS_TAB as typed } from './typed-before.ts'

const room = { name: 'call-c', identity: 't-c' }

beforeEach(() => sessionStorage.clear())

it('remembers for a reload in which room something was typed, and leaves nothing behind', () => {
  expect(typed.was(room)).toBe(false)
  typed.note(room)
  expect(typed.was(room)).toBe(true)
  expect(typed.was({ ...room, name: 'call-d' })).toBe(false)
  typed.forget()
  expect(sessionStorage.length).toBe(0)
})
