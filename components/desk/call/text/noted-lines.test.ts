import { expect, it } from 'vitest'
import type { ShownLine } from '@/components/call/text/shown-lines.ts'
import { NOTE_LIMIT } from '../../wrap-up/wrap-up-draft.ts'
import { NOTHING_NOTED, noteFrom, withNoted } from './noted-lines.ts'

const line = (key: string, text: string): ShownLine => ({
  key,
  side: 'received',
  name: 'Cittadino',
  text,
  isOpen: false,
  isGap: false,
})

it('puts into the note what was marked, and nothing else', () => {
  expect(noteFrom(NOTHING_NOTED)).toBe('')
  const noted = withNoted(withNoted(NOTHING_NOTED, line('a', 'pratica 12/2026')), line('b', 'sportello 3'))
  expect(noteFrom(noted)).toBe('Cittadino: pratica 12/2026\nCittadino: sportello 3')
  expect(noteFrom(withNoted(noted, line('a', 'pratica 12/2026')))).toBe('Cittadino: sportello 3')
})

it('never makes a note that cannot be saved', () => {
  expect(noteFrom(withNoted(NOTHING_NOTED, line('a', 'x'.repeat(900))))).toHaveLength(NOTE_LIMIT)
  // Half a character is refused with the whole note.
  const begun = 'x'.repeat(NOTE_LIMIT - 'Cittadino: '.length - 1)
  expect(noteFrom(withNoted(NOTHING_NOTED, line('a', `${begun}👍`)))).toBe(`Cittadino: ${begun}`)
})
