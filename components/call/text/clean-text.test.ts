import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText, clip, eraseLast } from './clean-text.ts'

const wild = fc.string({ unit: 'binary', maxLength: 200 })

it('keeps what people write, in every script of the counter', () => {
  for (const text of [
    'Perché no? È già «così».',
    'Știu că da',
    'مرحبا، كيف الحال؟',
    'Доброго дня',
    '👨‍👩‍👧 va bene 🇮🇹',
  ]) {
    expect(cleanText(text)).toBe(text.normalize('NFC'))
  }
})

it('takes controls, unseen letters and everything that turns the direction of others out', () => {
  expect(cleanText('a\u0000b\u0007c\u001B[31md\u007F')).toBe('abc[31md')
  expect(cleanText('fattura\u202Egpj.exe\u202C \u2066x\u2069\u200B\uFEFF')).toBe('fatturagpj.exe x')
  expect(cleanText('si\u{E0041}\u{E0042}')).toBe('si')
})

it('knows every end of a line', () => {
  expect(cleanText('a\r\nb\rc\nd\u2028e\u2029f\u0085g')).toBe('a\nb\nc\nd\ne\nf\ng')
})

it('marks half a character, and flattens towers of marks', () => {
  expect(cleanText('a\uD83Db')).toBe('a\uFFFDb')
  expect(cleanText(`a${'\u0335'.repeat(500)}b`)).toBe(`a${'\u0335'.repeat(4)}b`)
})

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(wild, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})

it('leaves nothing that turns, hides or commands, whatever comes', () => {
  fc.assert(
    fc.property(wild, (text) => {
      expect(cleanText(text)).not.toMatch(
        /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028\u2029]|\p{Surrogate}/u,
      )
    }),
  )
})

it('erases what a person counts as one', () => {
  expect(eraseLast('città')).toBe('citt')
  expect(eraseLast('e\u0300')).toBe('')
  expect(eraseLast('ciao 👨‍👩‍👧')).toBe('ciao ')
  expect(eraseLast('🇮🇹🇫🇷')).toBe('🇮🇹')
  expect(eraseLast('')).toBe('')
})

it('erases everything in the end, one step at a time', () => {
  fc.assert(
    fc.property(wild.map(cleanText), (text) => {
      let left = text
      for (let step = 0; left !== ''; step++) {
        expect(step).toBeLessThanOrEqual(text.length)
        const shorter = eraseLast(left)
        expect(left.startsWith(shorter)).toBe(true)
        expect(shorter.length).toBeLessThan(left.length)
        left = shorter
      }
    }),
  )
})

it('clips to a length without cutting a character in two', () => {
  expect(clip('abc', 5)).toBe('abc')
  expect(clip('ab👨‍👩‍👧', 5)).toBe('ab')
  fc.assert(
    fc.property(wild, fc.nat(50), (text, units) => {
      const clipped = clip(text, units)
      expect(clipped.length).toBeLessThanOrEqual(units)
      expect(text.startsWith(clipped)).toBe(true)
    }),
  )
})
