import type { ComponentProps, ReactNode } from 'react'

const TONES = {
  /** Yes, and a call. */
  green: 'bg-green text-white active:bg-green-deep',
  /** End, and trouble. */
  red: 'bg-red text-white active:bg-red-deep',
  blue: 'bg-blue text-white active:bg-blue-deep',
  /** Everything else, on paper and on night. */
  paper: 'hairline border-line-strong bg-card text-ink active:bg-blue-light',
  night: 'hairline border-night-line bg-night-2 text-white active:bg-night-3',
  /** On a white card that lies on night. */
  light: 'bg-blue-light text-blue-deep active:bg-line',
} as const

interface KeyProps extends ComponentProps<'button'> {
  tone: keyof typeof TONES
  children: ReactNode
}

/** A key of the totem: large, quiet, and down within the frame of the touch. */
export function Key({ tone, className = '', children, ...rest }: KeyProps) {
  return (
    <button
      type="button"
      className={`key flex min-h-96 items-center justify-center gap-20 rounded-key px-40 py-16 text-center font-semibold ${TONES[tone]} ${className}`}
      {...rest}
    >
      {children}
    </button>
  )
}
