import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { enteredHardware } from '../entered-hardware.ts'
import { hardwareField } from './hardware-field.ts'

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'collapsible' ? flat(field.fields) : [field]))

/** What the admin says under a field when all of this is entered; true: nothing. */
function said(name: string, entered: Record<string, unknown>): unknown {
  const field = flat(hardwareField.fields).find((each) => 'name' in each && each.name === name)
  if (!field || !('validate' in field) || typeof field.validate !== 'function') throw new Error(`no ${name}`)
  const validate = field.validate as unknown as (value: unknown, options: object) => unknown
  return validate(entered[name], { siblingData: entered })
}

describe('bad values are answered in words, at the field where they can be put right', () => {
  it.each([
    ['screenShortMm', { screenShortMm: 21 }, /265 a 1200/],
    ['screenShortMm', { screenShortMm: 398.5 }, /numero intero/],
    ['screenShortMm', { screenShortMm: Number.NaN }, /numero intero/],
    ['viewingMm', { screenShortMm: 268, viewingMm: 900 }, /al massimo 616 mm/],
    ['reachLineMm', { lowerEdgeMm: 1100, reachLineMm: 1000 }, /sopra il bordo inferiore/],
    ['reachLineMm', { screenShortMm: 535, lowerEdgeMm: 700, reachLineMm: 1100 }, /almeno 1214/],
    ['reachLineMm', { reachLineMm: 1300 }, /800 a 1220/],
    ['typingSeconds', { readingSeconds: 300, typingSeconds: 120 }, /almeno il tempo di chi legge/],
    ['documentCamera', { documentCamera: 'x' }, /Almeno 3 lettere/],
    ['documentCamera', { documentCamera: 'x'.repeat(121) }, /120 caratteri/],
  ])('%s of %j', (name, entered, words) => expect(said(name, entered)).toMatch(words))

  it.each([
    ['screenShortMm', {}],
    ['screenShortMm', { screenShortMm: null }],
    ['reachLineMm', { screenShortMm: 299, lowerEdgeMm: 800, reachLineMm: 1100 }],
    ['documentCamera', { documentCamera: 'HD USB Camera' }],
    // Said once, where the line is entered.
    ['lowerEdgeMm', { screenShortMm: 535, lowerEdgeMm: 700, reachLineMm: 1100 }],
  ])('%s of %j is taken', (name, entered) => expect(said(name, entered)).toBe(true))
})

it('reads what is left empty as usual, and the volume as a number', () => {
  expect(enteredHardware({ viewingMm: null, documentCamera: null, volumeDb: '-12' })).toMatchObject({
    viewingMm: 600,
    documentCamera: '',
    volumeDb: -12,
  })
  expect(enteredHardware(undefined).screenShortMm).toBe(398)
})
