/**
 * The value below which a Gamma variable of this shape and scale 1 lies with probability `share`
 * (0 < share < 1, shape > 0), to ten digits.
 *
 * Starts at the approximation of Wilson and Hilferty (1931), which alone is off by 1 to 7 % where one
 * person waits and the shape is 1, and betters it by Newton's method on the incomplete gamma function.
 */
export function gammaQuantile(share: number, shape: number): number {
  let x = wilsonHilferty(share, shape)
  const lnGammaOfShape = lnGamma(shape)
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    const density = Math.exp((shape - 1) * Math.log(x) - x - lnGammaOfShape)
    const step = (lowerGamma(shape, x, lnGammaOfShape) - share) / density
    // Never below half: the quantile is positive, and the density steep near 0.
    const next = Math.max(x - step, x / 2)
    if (Math.abs(next - x) <= PRECISION * x) return next
    x = next
  }
  return x
}

/**
 * The same for one share, to eight digits for shapes from 1 up, read off a curve that is worked out once. Every
 * call that is told minutes is asked about after every command, so it matters.
 *
 * The cube root of quantile over shape is what Wilson and Hilferty found to be almost a straight line in
 * 1 / √shape: four points of a fine grid around it give the rest.
 */
export function gammaCurve(share: number): (shape: number) => number {
  let curve: Float64Array | null = null
  return (shape) => {
    if (!(shape >= 1 && shape < LARGEST_SHAPE)) return gammaQuantile(share, shape)
    curve ??= curveFor(share)
    const at = CURVE_STEPS / Math.sqrt(shape)
    const index = Math.min(Math.max(Math.floor(at), 1), CURVE_STEPS - 2)
    const [a = 0, b = 0, c = 0, d = 0] = [curve[index - 1], curve[index], curve[index + 1], curve[index + 2]]
    // Lagrange's polynomial through the four.
    const x = at - index
    const root =
      (-a * x * (x - 1) * (x - 2)) / 6 +
      (b * (x + 1) * (x - 1) * (x - 2)) / 2 -
      (c * (x + 1) * x * (x - 2)) / 2 +
      (d * (x + 1) * x * (x - 1)) / 6
    // A general power would take longer than all the rest.
    return shape * root * root * root
  }
}

const curveFor = (share: number): Float64Array =>
  Float64Array.from({ length: CURVE_STEPS + 1 }, (_, index) => {
    const shape = (CURVE_STEPS / index) ** 2
    return index === 0 ? 1 : Math.cbrt(gammaQuantile(share, shape) / shape)
  })

const CURVE_STEPS = 128
/** Of the last point but one of the curve: beyond, few calls ever wait, and long sums lose digits. */
const LARGEST_SHAPE = CURVE_STEPS ** 2

const ROUNDS_AT_MOST = 60
const PRECISION = 1e-10

function wilsonHilferty(share: number, shape: number): number {
  const spread = 1 / (9 * shape)
  const root = 1 - spread + normalQuantile(share) * Math.sqrt(spread)
  // Far below the median of a small shape the cube goes wrong; there P(x) is close to x^shape / Γ(shape + 1).
  return root > 0.1 ? shape * root ** 3 : Math.exp((Math.log(share) + lnGamma(shape + 1)) / shape)
}

/**
 * The regularised lower incomplete gamma function P(shape, x): the share of a Gamma variable below x. Power
 * series below shape + 1, continued fraction (Lentz) above, where each converges fast.
 */
function lowerGamma(shape: number, x: number, lnGammaOfShape: number): number {
  const factor = Math.exp(shape * Math.log(x) - x - lnGammaOfShape)
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let n = 1; term > sum * EPSILON; n++) {
      term *= x / (shape + n)
      sum += term
    }
    return factor * sum
  }
  let b = x + 1 - shape
  let c = Number.MAX_VALUE
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < TERMS_AT_MOST; n++) {
    const a = n * (shape - n)
    b += 2
    d = 1 / nonZero(a * d + b)
    c = nonZero(b + a / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < EPSILON) break
  }
  return 1 - factor * fraction
}

const EPSILON = 1e-15
const TERMS_AT_MOST = 10_000
const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** The logarithm of Γ(x) for x > 0: Stirling's series, after moving x to where its error is below 1e-14. */
function lnGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 10) {
    shift += Math.log(at)
    at += 1
  }
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}

/** Abramowitz and Stegun 26.2.23, off by at most 4.5e-4: enough to start from. */
function normalQuantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)))
  const tail =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  return share < 0.5 ? -tail : tail
}
