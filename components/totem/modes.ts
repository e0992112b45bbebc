/**
 * What a visitor asks of the screen, in the order in which it is offered. `large`: letters for weak eyes;
 * `contrast`: black, white and yellow; `low`: every control within the reach of a seated person; `voice`:
 * everything by keys and ears; `signs`: an operator who knows Italian Sign Language.
 */
export const MODES = ['large', 'contrast', 'low', 'voice', 'signs'] as const
export type Mode = (typeof MODES)[number]

/** The modes that a cookie names; words that no mode has are passed over. */
export const parseModes = (text: string | null | undefined): readonly Mode[] =>
  MODES.filter((mode) => (text ?? '').split('.').includes(mode))

export const toggledMode = (modes: readonly Mode[], mode: Mode): readonly Mode[] =>
  MODES.filter((each) => modes.includes(each) !== (each === mode))
