import { useReconnected } from './use-reconnected.ts'
import type { Words } from './words.ts'

interface LinkStatusProps {
  words: Words
  isDown: boolean
  className: string
}

/** While a visitor waits: that the connection is lost, and that it is back. */
export function LinkStatus({ words, isDown, className }: LinkStatusProps) {
  const isBack = useReconnected(isDown)
  return (
    <p role="status" className={`text-center text-body font-semibold text-sun empty:hidden ${className}`}>
      {isDown ? words.call.reconnecting : isBack ? words.call.reconnected : ''}
    </p>
  )
}
