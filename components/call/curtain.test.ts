// @vitest-environment happy-dom

import { expect, it } from 'vitest'
import { createCurtain } from './curtain.ts'

const seen = (...elements: HTMLElement[]) => elements.map(({ style }) => style.visibility)

it('opens in one go: what was before goes, what lay behind is there', () => {
  const curtain = createCurtain()
  const before = document.createElement('div')
  const behind = document.createElement('div')
  curtain.attach(before, 'before')
  curtain.attach(behind, 'behind')
  expect(seen(before, behind)).toEqual(['', ''])
  curtain.draw(true)
  expect(seen(before, behind)).toEqual(['hidden', 'visible'])
  curtain.draw(false)
  expect(seen(before, behind)).toEqual(['', ''])
})

it('finds whoever comes late in their place, and lets go of whoever leaves', () => {
  const curtain = createCurtain()
  const late = document.createElement('div')
  curtain.draw(true)
  const detach = curtain.attach(late, 'before')
  expect(seen(late)).toEqual(['hidden'])
  detach()
  expect(seen(late)).toEqual([''])
  curtain.draw(false)
  curtain.draw(true)
  expect(seen(late)).toEqual([''])
})
