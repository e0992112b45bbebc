/** What a bench must hold to. `met` is false too when the figure is no number. */
export interface Budget {
  what: string
  figure: number
  bound: number
  met: boolean
}

export const atMost = (what: string, figure: number, bound: number): Budget => ({
  what,
  figure,
  bound,
  met: figure <= bound,
})

export const atLeast = (what: string, figure: number, bound: number): Budget => ({
  what,
  figure,
  bound,
  met: figure >= bound,
})
