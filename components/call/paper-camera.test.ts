import { expect, it } from 'vitest'
import { isDocumentCamera } from './paper-camera.ts'

it.each(['IPEVO V4K Document Camera', 'Elmo Visualizer', 'USB Doc Cam', 'Telecamera documenti (1234:abcd)'])(
  'knows %s for a camera that points at papers',
  (label) => expect(isDocumentCamera(label, '')).toBe(true),
)

it.each(['Logitech BRIO (046d:085e)', 'Integrated Camera', ''])('takes %j for a camera of faces', (label) =>
  expect(isDocumentCamera(label, '')).toBe(false),
)

it('takes the camera that the totem names, and then no other', () => {
  expect(isDocumentCamera('HD USB Camera (32e4:9230)', 'hd usb camera')).toBe(true)
  expect(isDocumentCamera('IPEVO V4K Document Camera', 'hd usb camera')).toBe(false)
})
