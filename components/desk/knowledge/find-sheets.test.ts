import { expect, it } from 'vitest'
import type { ServiceSheet } from '@/lib/content/services.ts'
import { findSheets } from './find-sheets.ts'

const sheet = (title: string, more: Partial<ServiceSheet> = {}): ServiceSheet => ({
  slug: title.toLowerCase(),
  title,
  summary: '',
  topic: '',
  whoCanAsk: '',
  whatToBring: [],
  howTo: '',
  cost: '',
  time: '',
  where: '',
  sourceUrl: '',
  reviewedAt: null,
  callable: true,
  office: '',
  related: [],
  ...more,
})

const identity = sheet('Carta d’identità', { whatToBring: ['Una fototessera'] })
const fines = sheet('Multe', { cost: 'Sconto del 30%' })
const all = [fines, identity]
const titles = (found: readonly ServiceSheet[]) => found.map(({ title }) => title)

it('shows everything when nothing is asked for, the sheet of the call first', () => {
  expect(titles(findSheets(all, '  ', null))).toEqual(['Multe', 'Carta d’identità'])
  expect(titles(findSheets(all, '', identity.slug))).toEqual(['Carta d’identità', 'Multe'])
})

it('finds words anywhere in a sheet, without accents or capitals', () => {
  expect(titles(findSheets(all, 'IDENTITA fototessera', null))).toEqual(['Carta d’identità'])
  expect(titles(findSheets(all, 'scontò', null))).toEqual(['Multe'])
  expect(findSheets(all, 'sconto fototessera', null)).toEqual([])
})
