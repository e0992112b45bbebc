import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eraseLast, MISSING } from './clean-text.ts'
import {
  type Conversation,
  heldOf,
  inOrderOf,
  keyOf,
  type Line,
  lackingOf,
  NOTHING_SAID,
  withGapsMarked,
  withLines,
} from './conversation.ts'
import { openLineOf, PASTE_LIMIT, withOpenLine } from './own-lines.ts'

const anna = { by: 'o-c.1', run: 'r1' }
const visitor = { by: 't-c', run: 'r2' }

/** What a hand does to its line. */
const stroke = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'è', ' ', '👍', 'ș') },
  { weight: 2, arbitrary: fc.constant('erase' as const) },
  { weight: 2, arbitrary: fc.constant('\n') },
)
const strokes = fc.array(stroke, { maxLength: 60 })

/** Every state of every line, in the order in which they were, as they leave the page. */
function typed(hand: readonly string[], writer = anna) {
  let conversation = NOTHING_SAID
  const sent: Line[] = []
  for (const each of hand) {
    const open = openLineOf(conversation, writer)
    const before = conversation
    conversation = withOpenLine(before, writer, each === 'erase' ? eraseLast(open) : open + each).conversation
    sent.push(...conversation.lines.filter((line) => !before.lines.includes(line)))
  }
  return { conversation, sent }
}

const textOf = ({ lines }: Conversation) => lines.map(({ text }) => text)

it('types, erases and ends lines as a person sees it', () => {
  const { conversation } = typed(['s', 'o', 'erase', 'ì', '\n', '\n', 'n', 'o'])
  expect(textOf(conversation)).toEqual(['sì', 'no'])
  expect(openLineOf(conversation, anna)).toBe('no')
})

it('ends in the same text for any loss, order and repetition, once what is lacking has been sent again', () => {
  fc.assert(
    fc.property(strokes, fc.array(fc.nat(), { maxLength: 80 }), (hand, deliveries) => {
      const { conversation, sent } = typed(hand)
      let there = NOTHING_SAID
      for (const each of deliveries) {
        const line = sent[each % Math.max(1, sent.length)]
        if (line) there = withLines(there, [line])
        if (each % 7 === 0) there = withGapsMarked(there)
      }
      const lacking = lackingOf(conversation, heldOf(there))
      expect(withLines(there, lacking)).toEqual(conversation)
    }),
  )
})

it('shows nothing that was never typed, and marks what is missing before anything that came later', () => {
  fc.assert(
    fc.property(strokes, fc.array(fc.nat(), { maxLength: 30 }), (hand, deliveries) => {
      const { sent } = typed(hand)
      let there = NOTHING_SAID
      for (const each of deliveries) {
        const line = sent[each % Math.max(1, sent.length)]
        if (line) there = withLines(there, [line])
      }
      there = withGapsMarked(there)
      for (const [at, line] of there.lines.entries()) {
        const follows = line.number === (there.lines[at - 1]?.number ?? -1) + 1
        expect(follows || line.revision === 0).toBe(true)
        const possible = line.revision === 0 ? [{ ...line, text: MISSING }] : sent
        expect(possible).toContainEqual(line)
      }
    }),
  )
})

it('asks for nothing that is here already', () => {
  fc.assert(
    fc.property(strokes, (hand) => {
      const { conversation } = typed(hand)
      expect(lackingOf(conversation, heldOf(conversation))).toEqual([])
    }),
  )
})

it('puts a marked line right when it comes after all', () => {
  const { conversation } = typed(['a', '\n', 'b', '\n', 'c'])
  const [first, second, third] = conversation.lines
  if (!first || !second || !third) throw new Error('three lines')
  const gap = withGapsMarked(withLines(NOTHING_SAID, [third, first]))
  expect(textOf(gap)).toEqual(['a', MISSING, 'c'])
  expect(heldOf(gap)).toMatchObject([{ whole: 1, revision: 0 }])
  expect(textOf(withLines(gap, [second]))).toEqual(['a', 'b', 'c'])
})

it('gives a newcomer the order of whoever was there, and keeps behind it what is newer', () => {
  const whole = withLines(typed(['a', '\n', 'b']).conversation, typed(['x'], visitor).conversation.lines)
  const mine: Line = { by: 'o-c.2', run: 'r3', number: 0, revision: 1, text: 'eccomi', isDone: false }
  const there = inOrderOf(withLines(withLines(NOTHING_SAID, [mine]), whole.lines.toReversed()), whole.lines)
  expect(there.lines.map(keyOf)).toEqual([...whole.lines, mine].map(keyOf))
})

it('takes the beginning of a paste, in whole characters, and says that it was cut', () => {
  const { conversation, isCut } = withOpenLine(NOTHING_SAID, anna, 'x'.repeat(1_000_000))
  expect(isCut).toBe(true)
  expect(textOf(conversation).join('').length).toBeLessThanOrEqual(PASTE_LIMIT)
  expect(withOpenLine(NOTHING_SAID, anna, 'a\n'.repeat(500)).conversation.lines.length).toBeLessThanOrEqual(
    30,
  )
  expect(withOpenLine(NOTHING_SAID, anna, 'un indirizzo\nsu due righe').isCut).toBe(false)
})
