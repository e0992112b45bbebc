import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-sprite.tsx'

/** One answer of a page under its title; the last of an odd number takes the whole width of a grid. */
export function Card({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <section className="hairline min-w-0 rounded-card border-line bg-card px-44 py-36 last:odd:col-span-2">
      <h2 className="mb-16 flex items-center gap-20 text-lead font-bold">
        <Icon name={icon} className="size-44 shrink-0 text-blue" />
        {title}
      </h2>
      {children}
    </section>
  )
}
