import { describe, expect, it } from 'vitest'
import { type Keystroke, shortcutFor } from './shortcut.ts'

const keys = { M: 'mute', F8: 'end' } as const
const stroke = (key: string, more: Partial<Keystroke> = {}): Keystroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isTyping: false,
  ...more,
})

describe('shortcutFor', () => {
  it('knows a letter whatever its case, and function keys', () => {
    expect(['m', 'M', 'F8', 'x'].map((key) => shortcutFor(stroke(key), keys))).toEqual([
      'mute',
      'mute',
      'end',
      null,
    ])
  })

  it('leaves letters to whoever is writing, but not function keys', () => {
    expect(shortcutFor(stroke('m', { isTyping: true }), keys)).toBeNull()
    expect(shortcutFor(stroke('F8', { isTyping: true }), keys)).toBe('end')
  })

  it('leaves modified keys to the browser and acts once for a held key', () => {
    expect(shortcutFor(stroke('m', { ctrlKey: true }), keys)).toBeNull()
    expect(shortcutFor(stroke('m', { metaKey: true }), keys)).toBeNull()
    expect(shortcutFor(stroke('F8', { repeat: true }), keys)).toBeNull()
  })
})
