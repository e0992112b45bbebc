import { expect, it } from 'vitest'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { counted, fill } from './words.ts'

/** Every message with its path, such as `home.question`. */
function leaves(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  )
}

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

it('puts values into a message and leaves a place without a value to be seen', () => {
  expect(fill('fino alle {time}', { time: '18:30' })).toBe('fino alle 18:30')
  expect(fill('{a} e {b}', { a: 1 })).toBe('1 e {b}')
})

it('counts one person and several', () => {
  expect(counted('una di {count}', 'molte: {count}', 1)).toBe('una di 1')
  expect(counted('una di {count}', 'molte: {count}', 3)).toBe('molte: 3')
})

it('says the same things with the same places in both languages', () => {
  const inEnglish = new Map(leaves(english))
  for (const [path, text] of leaves(italian)) {
    expect(placesIn(inEnglish.get(path) ?? ''), path).toEqual(placesIn(text))
  }
  expect(leaves(english).map(([path]) => path)).toEqual(leaves(italian).map(([path]) => path))
})

it('stays calm: no exclamation marks, nothing empty', () => {
  for (const [path, text] of [...leaves(italian), ...leaves(english)]) {
    expect(text, path).not.toContain('!')
    expect(text.trim(), path).not.toBe('')
  }
})
