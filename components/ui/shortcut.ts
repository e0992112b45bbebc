/** What of a keyboard event a shortcut looks at. */
export interface Keystroke {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  /** True while the person is writing somewhere. */
  isTyping: boolean
}

/**
 * The action that a keystroke means, or null. A held key acts once, a key with a modifier belongs to
 * the browser, and letters belong to whoever is writing; function keys act from anywhere.
 */
export function shortcutFor<Action extends string>(
  stroke: Keystroke,
  shortcuts: Readonly<Record<string, Action>>,
): Action | null {
  if (stroke.repeat || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null
  const isLetter = stroke.key.length === 1
  if (isLetter && stroke.isTyping) return null
  const key = isLetter ? stroke.key.toUpperCase() : stroke.key
  return shortcuts[key] ?? null
}
