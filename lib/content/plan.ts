/** A place by its coordinates, in degrees. */
export interface Place {
  name: string
  latitude: number
  longitude: number
}

/** A drawing of where something is: no map of anybody's, so it works without internet and asks nobody. */
export interface Plan {
  /** Where the visitor stands; null: nobody has entered it. */
  here: PlanPoint | null
  there: PlanPoint
  /** What else people may know, none of it hidden by another. */
  others: readonly PlanPoint[]
  /** How much of the town the drawing shows, across. */
  widthMetres: number
  /** As the crow flies; null: not known from where. */
  distanceMetres: number | null
}

/** In parts of the drawing's width, from its top left corner; north is up. */
export interface PlanPoint {
  name: string
  x: number
  y: number
}

/** Draws `there` as seen from `here`, with as many of `others` as lie between them or close by. */
export function planOf(there: Place, here: Place | null, others: readonly Place[]): Plan {
  const offset = (place: Place) => metresFrom(there, place)
  const to = here ? offset(here) : null
  const distance = to ? Math.hypot(to.east, to.north) : null
  const widthMetres = Math.max(LEAST_WIDTH_METRES, (distance ?? 0) * SPARE)
  const centre = to ? { east: to.east / 2, north: to.north / 2 } : { east: 0, north: 0 }
  const drawn = ({ name }: Place, { east, north }: Offset): PlanPoint => ({
    name,
    x: round(0.5 + (east - centre.east) / widthMetres),
    y: round(0.5 - (north - centre.north) / widthMetres),
  })
  const taken = [drawn(there, { east: 0, north: 0 }), ...(here && to ? [drawn(here, to)] : [])]
  const [target, start] = taken
  const beside: PlanPoint[] = []
  for (const other of others) {
    const point = drawn(other, offset(other))
    const isInside = [point.x, point.y].every((at) => at > MARGIN && at < 1 - MARGIN)
    const isFree = [...taken, ...beside].every(({ x, y }) => Math.hypot(x - point.x, y - point.y) > APART)
    if (isInside && isFree && beside.length < OTHERS_AT_MOST) beside.push(point)
  }
  return {
    there: target ?? { name: there.name, x: 0.5, y: 0.5 },
    here: start ?? null,
    others: beside,
    widthMetres: Math.round(widthMetres),
    distanceMetres: distance === null ? null : Math.round(distance),
  }
}

const LEAST_WIDTH_METRES = 1_200
/** Both ends lie well inside the drawing, with room for their names. */
const SPARE = 1.7
/** In parts of the width. */
const MARGIN = 0.08
const APART = 0.16
const OTHERS_AT_MOST = 4

interface Offset {
  east: number
  north: number
}

/** On a flat earth, which over a town is wrong by metres. */
function metresFrom(from: Place, to: Place): Offset {
  const metresPerDegree = 111_320
  const north = (to.latitude - from.latitude) * metresPerDegree
  const shrink = Math.cos((from.latitude * Math.PI) / 180)
  return { north, east: (to.longitude - from.longitude) * metresPerDegree * shrink }
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000
