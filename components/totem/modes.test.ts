import { expect, it } from 'vitest'
import { parseModes, toggledMode } from './modes.ts'

it('reads what a cookie names, in one order, and nothing else', () => {
  expect(parseModes('low.large')).toEqual(['large', 'low'])
  expect(parseModes('huge.<script>.contrast')).toEqual(['contrast'])
  expect(parseModes('')).toEqual([])
  expect(parseModes(undefined)).toEqual([])
})

it('switches one on and off and leaves the others', () => {
  expect(toggledMode(['low'], 'large')).toEqual(['large', 'low'])
  expect(toggledMode(['large', 'low'], 'large')).toEqual(['low'])
})
