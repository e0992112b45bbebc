import { User } from 'lucide-react'

/** In the place of a small picture of somebody whose camera is off. */
export function NoFace() {
  return (
    <span className="flex h-full items-center justify-center pb-6 text-night-ink-2">
      <User aria-hidden="true" size={40} strokeWidth={1} />
    </span>
  )
}
