import type { IconName } from './icon-sprite.tsx'

interface IconProps {
  name: IconName
  className: string
  /** In parts of a 24th of the picture. */
  stroke?: number
}

/** A picture from the page's sprite: decoration, words beside it say what it means. */
export function Icon({ name, className, stroke = 2 }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <use href={`#icon-${name}`} />
    </svg>
  )
}
