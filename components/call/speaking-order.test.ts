import { expect, it } from 'vitest'
import type { RemoteEnd } from './call-media-state.ts'
import { inSpeakingOrder, orderAfter } from './use-speaking-order.ts'

const remotes = (...speaking: string[]): RemoteEnd[] =>
  ['visitor', 'maria', 'ugo'].map((identity) => ({
    identity,
    picture: true,
    sound: true,
    receives: { sound: true, picture: true, text: true },
    isSpeaking: speaking.includes(identity),
  }))

it('puts who begins to speak in front', () => {
  const first = orderAfter([], remotes('visitor'))
  const second = orderAfter(first, remotes('maria'))
  expect(second).toEqual(['maria', 'visitor'])
  expect(orderAfter(second, remotes('visitor'))).toEqual(['visitor', 'maria'])
})

it('is the same list while nobody begins', () => {
  const order = orderAfter([], remotes('visitor'))
  expect(orderAfter(order, remotes())).toBe(order)
  expect(orderAfter(order, remotes('visitor'))).toBe(order)
})

it('keeps two who speak at once where they are', () => {
  const both = orderAfter(orderAfter([], remotes('visitor')), remotes('visitor', 'maria'))
  expect(both).toEqual(['maria', 'visitor'])
  expect(orderAfter(both, remotes('visitor', 'maria'))).toBe(both)
})

it('leaves those who have not spoken behind, as they were, and knows nobody who is gone', () => {
  const people = ['visitor', 'maria', 'ugo'].map((identity) => ({ identity, name: identity }))
  const names = (order: readonly string[]) => inSpeakingOrder(people, order).map(({ name }) => name)
  expect(names([])).toEqual(['visitor', 'maria', 'ugo'])
  expect(names(['gone', 'ugo'])).toEqual(['ugo', 'visitor', 'maria'])
})
