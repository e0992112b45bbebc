/** A running time as a clock: `0:07`, `3:41`, `1:02:09`. Never negative. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Whole seconds left, rounded up, so that "1" is shown until the very end and never below 0. */
export const secondsLeft = (ms: number): number => Math.max(0, Math.ceil(ms / 1000))

/** Minutes and seconds gone, for words such as "1 min 12 s". */
export function minutesAndSeconds(ms: number): { minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
}

/** The same with the hours apart, for waits that may last over a night. */
export function hoursAndLess(ms: number): { hours: number; minutes: number; seconds: number } {
  const { minutes, seconds } = minutesAndSeconds(ms)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds }
}
