/** What a key of the on-screen keyboard does. */
export type KeyAction =
  | { kind: 'text'; text: string }
  | { kind: 'erase' }
  | { kind: 'newline' }
  /** The next letter is a capital. */
  | { kind: 'shift' }
  /** From letters to signs and back. */
  | { kind: 'layer' }

export interface LaidKey {
  action: KeyAction
  /** In cells of a row of ten; one is at least 20 mm wide on a 21.5 inch panel (268 mm across). */
  cells: number
}

export type Layer = 'letters' | 'signs'

/** `text` ends lines; `search` looks while one types, so it has nothing to end. */
export type KeyboardLayout = 'text' | 'search'

const LETTERS = ['1234567890', 'qwertyuiop', 'asdfghjkl⌫', "⇧zxcvbnm'.", 'àèéìòù,?!-']

/** Signs of addresses and sums, and the letters that names of Italy's neighbours need. */
const SIGNS = ['1234567890', '@#€%&/()=+', ':;"°_*§«»⌫', 'áâăäçêëíîï', 'ñóôöșțúûüß']

/** Rows from top to bottom. The order is that of Italian typewriters, accents in sight. Pure. */
export function keyRows(layout: KeyboardLayout, layer: Layer, isShifted: boolean): readonly LaidKey[][] {
  const rows = (layer === 'letters' ? LETTERS : SIGNS).map((row) =>
    row.split('').map((sign) => ({ action: actionOf(sign, isShifted), cells: 1 })),
  )
  const last: LaidKey[] = [
    { action: { kind: 'layer' }, cells: 2 },
    { action: { kind: 'text', text: ' ' }, cells: layout === 'text' ? 5 : 8 },
  ]
  if (layout === 'text') last.push({ action: { kind: 'newline' }, cells: 3 })
  return [...rows, last]
}

function actionOf(sign: string, isShifted: boolean): KeyAction {
  if (sign === '⌫') return { kind: 'erase' }
  if (sign === '⇧') return { kind: 'shift' }
  // "ß" would become two letters.
  const capital = sign.toLocaleUpperCase('it')
  return { kind: 'text', text: isShifted && capital.length === 1 ? capital : sign }
}
