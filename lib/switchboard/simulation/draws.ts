/** Chance that can be had again: the same seed draws the same lengths of time. */
export interface Draws {
  /** As long as the time to the next of events that come independently. */
  exponential(mean: number): number
  /** Talk in contact centres is closer to this: many short calls, some very long. */
  lognormal(mean: number, cv: number): number
}

/** sfc32 (Chris Doty-Humphrey's PractRand): 128 bits of state, passes the usual batteries of tests. */
export function createDraws(seed: number): Draws {
  let a = 0x9e3779b9
  let b = seed >>> 0
  let c = Math.floor(seed / 2 ** 32) >>> 0
  let count = 1
  const next = (): number => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first ones still show how alike two seeds were.
  for (let round = 0; round < 15; round++) next()
  /** Between 0 and 1, neither included. */
  const share = () => (next() + 0.5) / 2 ** 32
  return {
    exponential: (mean) => -mean * Math.log(share()),
    lognormal(mean, cv) {
      const variance = Math.log(1 + cv ** 2)
      // Box and Muller; the second value is left.
      const normal = Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share())
      return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2)
    },
  }
}
