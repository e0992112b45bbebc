/** How an operator looks at a picture: how large, which part, which way up. On their own screen only. */
export interface Sight {
  /** 1: the whole picture fits its box. */
  zoom: number
  /** How far the picture is moved from the box's middle, in pixels of the box. */
  x: number
  y: number
  /** Quarter turns to the right, 0 to 3. */
  turns: number
}

export interface Size {
  width: number
  height: number
}

/** What the sight is of, and through. */
export interface Scene {
  picture: Size
  box: Size
}

export const WHOLE: Sight = { zoom: 1, x: 0, y: 0, turns: 0 }

/** At 8 a line of print fills the desk's screen; beyond, a camera has nothing more to show. */
const LARGEST_ZOOM = 8
/** One press of a key or a button. */
export const ZOOM_STEP = 1.25
export const PAN_STEP_PX = 60

/** Pixels of the box per pixel of the picture. */
export function scaleOf(sight: Sight, { picture, box }: Scene): number {
  const { width, height } = turned(picture, sight.turns)
  if (width === 0 || height === 0) return 0
  return Math.min(box.width / width, box.height / height) * sight.zoom
}

/** @param at what stays where it is, from the box's middle */
export function zoomed(sight: Sight, factor: number, scene: Scene, at = { x: 0, y: 0 }): Sight {
  const zoom = clamp(sight.zoom * factor, 1, LARGEST_ZOOM)
  const grown = zoom / sight.zoom
  return within(
    { ...sight, zoom, x: at.x - (at.x - sight.x) * grown, y: at.y - (at.y - sight.y) * grown },
    scene,
  )
}

export const moved = (sight: Sight, dx: number, dy: number, scene: Scene): Sight =>
  within({ ...sight, x: sight.x + dx, y: sight.y + dy }, scene)

/** What was in the middle stays there. */
export function turnedRight(sight: Sight, scene: Scene): Sight {
  const next = { ...sight, turns: (sight.turns + 1) % 4 }
  const grown = scaleOf(next, scene) / (scaleOf(sight, scene) || 1)
  return within({ ...next, x: -sight.y * grown, y: sight.x * grown }, scene)
}

/** A picture larger than its box covers it, a smaller one stays whole in its middle. */
export function within(sight: Sight, scene: Scene): Sight {
  const { width, height } = turned(scene.picture, sight.turns)
  const scale = scaleOf(sight, scene)
  const roomX = Math.max(0, (width * scale - scene.box.width) / 2)
  const roomY = Math.max(0, (height * scale - scene.box.height) / 2)
  return { ...sight, x: clamp(sight.x, -roomX, roomX), y: clamp(sight.y, -roomY, roomY) }
}

const turned = ({ width, height }: Size, turns: number): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width }

/** Adding nothing makes a negative zero a plain one. */
const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most) + 0
