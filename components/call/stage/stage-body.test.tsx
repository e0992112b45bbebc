// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { StagePage } from '@/lib/content/stage-page.ts'
import { StageBody, type StageBodyProps } from './stage-body.tsx'

const SHEET: StagePage = {
  kind: 'sheet',
  slug: 'carta',
  title: 'Carta d’identità',
  lead: '',
  plan: null,
  sections: [
    { key: 'howTo', title: 'Come si fa', as: 'prose', lines: [{ key: 'howTo.0', text: 'Prenota.' }] },
    { key: 'cost', title: 'Quanto costa', as: 'prose', lines: [{ key: 'cost.0', text: '22 €' }] },
  ],
}
const LIST: StagePage = {
  ...SHEET,
  kind: 'checklist',
  sections: [
    {
      key: 'whatToBring',
      title: 'Cosa portare',
      as: 'list',
      lines: [
        { key: 'whatToBring.0', text: 'La carta' },
        { key: 'whatToBring.1', text: 'Una foto' },
      ],
    },
  ],
}

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

const draw = (page: StagePage, more: Partial<StageBodyProps> = {}) =>
  act(() =>
    root.render(
      <StageBody
        page={page}
        locale="it"
        labels={{ here: 'Sei qui', sketch: 'Disegno', distance: String }}
        highlight={null}
        ticked={[]}
        marks={[]}
        onPart={null}
        onTick={null}
        {...more}
      />,
    ),
  )
const highlighted = () =>
  [...document.querySelectorAll('[data-highlighted="true"]')].map((part) => part.getAttribute('data-part'))

it('highlights the part that is meant', () => {
  draw(SHEET, { highlight: 'cost.0' })
  expect(highlighted()).toEqual(['cost.0'])
})

it('highlights the last paragraph of a section that has fewer in this language', () => {
  draw(SHEET, { highlight: 'howTo.3' })
  expect(highlighted()).toEqual(['howTo.0'])
  draw(SHEET, { highlight: 'where.0' })
  expect(highlighted()).toEqual([])
})

it('lets only who decides it choose a part', () => {
  draw(SHEET)
  expect(document.querySelectorAll('button')).toHaveLength(0)
  const onPart = vi.fn<(part: string) => void>()
  draw(SHEET, { onPart })
  act(() => document.querySelector('button')?.click())
  expect(onPart).toHaveBeenCalledWith('howTo.0')
})

it('ticks an item by its place', () => {
  const onTick = vi.fn<(item: number, isTicked: boolean) => void>()
  draw(LIST, { ticked: [0], onTick })
  const boxes = [...document.querySelectorAll('input')]
  expect(boxes.map(({ checked }) => checked)).toEqual([true, false])
  act(() => boxes[1]?.click())
  expect(onTick).toHaveBeenCalledWith(1, true)
})

it('shows a mark inside the part that was pointed at', () => {
  const mark = { id: 1, by: 'other' as const, page: 'sheet carta', part: 'cost.0', x: 0.25, y: 0.5 }
  draw(SHEET, { marks: [mark] })
  const shown = document.querySelector('[data-part="cost.0"] [data-mark="other"]')
  expect(shown?.getAttribute('style')).toMatch(/left: 25%;\s*top: 50%/)
})
