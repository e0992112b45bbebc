import { expect, it } from 'vitest'
import type { StageChoice } from '@/lib/content/stage-choices.ts'
import { findChoices } from './find-choices.ts'
import { recentPages, rememberPage } from './recent-pages.ts'

const choice = (kind: StageChoice['kind'], slug: string, title: string, more: Partial<StageChoice> = {}) => ({
  kind,
  slug,
  title,
  hint: '',
  text: '',
  service: kind === 'office' ? '' : slug,
  ...more,
})
const ALL = [
  choice('sheet', 'multe', 'Multe', { text: 'Serve la carta d’identità' }),
  choice('sheet', 'carta', 'Carta d’identità'),
  choice('checklist', 'carta', 'Carta d’identità'),
  choice('form', 'delega', 'Delega', { service: 'atti' }),
  choice('office', 'urp', 'URP'),
]
const found = (query: string, asked: string | null = null, recent: StageChoice[] = []) =>
  findChoices(ALL, { query, asked, recent }).map(({ kind, slug }) => `${kind} ${slug}`)

it('shows first what the call is about, then what was put up lately', () => {
  const [, , , delega, urp] = ALL
  expect(
    found(
      '',
      'carta',
      [urp, delega].filter((one) => one !== undefined),
    ),
  ).toEqual(['sheet carta', 'checklist carta', 'office urp', 'form delega', 'sheet multe'])
})

it('finds every word, in titles before texts, without accents or capitals', () => {
  expect(found('IDENTITA carta')).toEqual(['sheet carta', 'checklist carta', 'sheet multe'])
  expect(found('nulla')).toEqual([])
})

it('remembers a few pages, each once', () => {
  for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) rememberPage({ kind: 'sheet', slug })
  expect(recentPages().map(({ slug }) => slug)).toEqual(['b', 'f', 'e', 'd', 'c'])
})
