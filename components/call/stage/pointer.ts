/** Where somebody points: inside a part of the page, so that both ends mean the same words in any layout. */
export interface Pointer {
  /** The page, as `<kind> <slug>`: of one that is no longer up nothing is shown. */
  page: string
  part: string
  /** From the part's left and top edge, in parts of its width and height. */
  x: number
  y: number
}

export const POINTING_TOPIC = 'point'

export const pointerBytes = (pointer: Pointer): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(pointer))

/** What the other end sent, if that is a place; null: it is something else, and nothing is shown. */
export function parsePointer(bytes: Uint8Array): Pointer | null {
  if (bytes.byteLength > MAX_BYTES) return null
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof said !== 'object' || said === null) return null
    const { page, part, x, y } = said as Partial<Record<keyof Pointer, unknown>>
    if (typeof page !== 'string' || typeof part !== 'string' || !isShare(x) || !isShare(y)) return null
    return { page, part, x, y }
  } catch {
    return null
  }
}

const MAX_BYTES = 500

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1

/**
 * Where a click fell, if on a part.
 *
 * @param target the innermost element that was hit
 */
export function pointerAt(
  page: string,
  target: EventTarget | null,
  at: { x: number; y: number },
): Pointer | null {
  const element = target instanceof Element ? target.closest('[data-part]') : null
  const part = element?.getAttribute('data-part')
  if (!element || !part) return null
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return null
  const [x, y] = [share(at.x - left, width), share(at.y - top, height)]
  return { page, part, x, y }
}

const share = (offset: number, size: number): number =>
  Math.round(Math.min(1, Math.max(0, offset / size)) * 10_000) / 10_000
