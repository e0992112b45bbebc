/** What the media server used while so many calls went on. */
export interface ServerLoad {
  calls: number
  /** Processor time, in hundredths of one core. */
  core: number
  memoryMb: number
  /** On the line, with all headers. */
  kbitPerSecond: { in: number; out: number }
}

/** What one call more takes. */
export interface CallCost {
  core: number
  memoryMb: number
  kbitPerSecond: { in: number; out: number }
  /** How many times more processor a call takes among the most calls than where it takes least. */
  growth: number
}

/** Pure. @param loads that of no call, then of more and more */
export function costOfCall(loads: readonly ServerLoad[]): CallCost {
  const [idle, ...steps] = loads
  const slopeOf = (read: (load: ServerLoad) => number, among = loads) =>
    slope(among.map((load) => ({ x: load.calls, y: read(load) })))
  const each = steps.map(({ calls, core }) => (core - (idle?.core ?? Number.NaN)) / calls)
  return {
    core: slopeOf(({ core }) => core),
    // The first call brings in what all share.
    memoryMb: slopeOf(({ memoryMb }) => memoryMb, steps),
    kbitPerSecond: {
      in: slopeOf(({ kbitPerSecond }) => kbitPerSecond.in),
      out: slopeOf(({ kbitPerSecond }) => kbitPerSecond.out),
    },
    growth: each.length < 2 ? Number.NaN : (each.at(-1) ?? Number.NaN) / Math.min(...each.slice(0, -1)),
  }
}

/** Of the line with the least squares. NaN where there are not two different `x`. */
function slope(points: readonly { x: number; y: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(points.map((point) => point.x))
  const y = mean(points.map((point) => point.y))
  const along = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return along / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}
