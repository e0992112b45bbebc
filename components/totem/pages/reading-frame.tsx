import type { ReactNode } from 'react'
import { ScreenHeading } from '../screen-heading.tsx'

interface ReadingFrameProps {
  /** Place and time, above the title. */
  top: ReactNode
  title: ReactNode
  lead?: ReactNode
  /** Names the part that scrolls. */
  label: string
  children: ReactNode
  callKey?: ReactNode
  bottomBar: ReactNode
}

/** A page to read: title above, text that scrolls in the middle, the call and the way back always below. */
export function ReadingFrame({ top, title, lead, label, children, callKey, bottomBar }: ReadingFrameProps) {
  return (
    <div className="split flex h-full flex-col bg-paper">
      <header className="sky above-reach px-64 pt-48 pb-56 text-white">
        {top}
        <ScreenHeading className="mt-56 text-heading font-bold">{title}</ScreenHeading>
        {lead && <p className="mt-20 text-lead">{lead}</p>}
      </header>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        className="fading min-h-0 flex-1 overflow-y-auto overscroll-contain px-48 py-32"
      >
        {children}
      </section>
      <div className="flex flex-col gap-28 px-48 pt-20 pb-40">
        {callKey}
        {bottomBar}
      </div>
    </div>
  )
}
