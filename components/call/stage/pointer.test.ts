// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { parsePointer, pointerAt, pointerBytes } from './pointer.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it('comes through as it was sent', () => {
  const pointer = { page: 'sheet carta', part: 'howTo.0', x: 0.25, y: 1 }
  expect(parsePointer(pointerBytes(pointer))).toEqual(pointer)
})

it.each([
  '',
  'null',
  '[]',
  '{"page":"sheet carta","part":"howTo.0","x":0.5}',
  '{"page":"sheet carta","part":"howTo.0","x":2,"y":0}',
  '{"page":"sheet carta","part":"howTo.0","x":"0","y":0}',
  '{"page":1,"part":"howTo.0","x":0,"y":0}',
  `{"page":"${'x'.repeat(600)}","part":"a","x":0,"y":0}`,
])('shows nothing for %j', (said) => {
  expect(parsePointer(bytes(said))).toBeNull()
})

it('shows nothing for bytes that are no text', () => {
  expect(parsePointer(new Uint8Array([0xff, 0xfe]))).toBeNull()
})

it('is relative to the part that was hit, whatever is inside it', () => {
  document.body.innerHTML = '<p data-part="howTo.0"><b>Prenota</b></p><i>altro</i>'
  const [part, inner] = [document.querySelector('p'), document.querySelector('b')]
  if (!part) throw new Error('nothing drawn')
  part.getBoundingClientRect = () => new DOMRect(100, 50, 200, 40)
  expect(pointerAt('sheet carta', inner, { x: 150, y: 80 })).toEqual({
    page: 'sheet carta',
    part: 'howTo.0',
    x: 0.25,
    y: 0.75,
  })
  expect(pointerAt('sheet carta', inner, { x: 900, y: 0 })).toMatchObject({ x: 1, y: 0 })
  expect(pointerAt('sheet carta', document.querySelector('i'), { x: 1, y: 1 })).toBeNull()
})
