import type { ComponentProps } from 'react'
import { KeyHint } from './key-hint.tsx'
import { stillKey } from './still-key.ts'

const TONES = {
  /** The one thing to do here. */
  main: 'bg-blue text-white border-blue hover:bg-blue-deep hover:border-blue-deep',
  /** A call, or yes. */
  go: 'bg-green text-white border-green hover:bg-green-deep hover:border-green-deep',
  /** An end. */
  stop: 'bg-red text-white border-red hover:bg-red-deep hover:border-red-deep',
  plain: 'bg-card text-ink border-line-strong hover:bg-blue-light hover:border-blue',
  onNight: 'bg-night-2 text-white border-night-line hover:bg-night-3',
} as const

const SIZES = {
  small: 'min-h-9 px-3 text-sm rounded-desk-sm gap-2',
  normal: 'min-h-12 px-4 text-base rounded-desk-sm gap-3',
  large: 'min-h-16 px-6 text-xl rounded-desk gap-4',
} as const

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  tone?: keyof typeof TONES
  size?: keyof typeof SIZES
  /** The key that does the same, as people read it on the keyboard. */
  keyHint?: string
  /** Takes the width it is given instead of its text's. */
  isWide?: boolean
  /** Cannot be pressed now, and keeps the focus. */
  isStill?: boolean
}

/** A native button, so that Enter, Space, forms and assistive technology need no code. */
export function Button({
  tone = 'plain',
  size = 'normal',
  keyHint,
  isWide = false,
  isStill = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      {...stillKey(isStill, onClick)}
      type={type}
      aria-keyshortcuts={keyHint}
      className={`inline-flex items-center justify-center border font-semibold whitespace-nowrap active:translate-y-px disabled:opacity-55 disabled:cursor-not-allowed ${isStill ? 'cursor-not-allowed opacity-55' : 'cursor-pointer'} ${SIZES[size]} ${TONES[tone]} ${isWide ? 'w-full' : ''}`}
    >
      {children}
      {keyHint ? <KeyHint isOnColour={tone !== 'plain'}>{keyHint}</KeyHint> : null}
    </button>
  )
}
