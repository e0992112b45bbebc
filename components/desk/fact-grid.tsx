'use client'

import type { ReactNode } from 'react'

export interface FactGridProps {
  facts: readonly { name: string; value: string }[]
  /** What needs the whole width, below. */
  children?: ReactNode
}

/** What an operator reads of a call at one look, two beside each other. */
export const FactGrid = ({ facts, children }: FactGridProps) => (
  <dl className="mt-6 grid grid-cols-2 gap-4">
    {facts.map(({ name, value }) => (
      <div key={name} className="rounded-desk bg-paper px-4 py-3">
        <dt className="text-sm text-ink-2">{name}</dt>
        <dd className="text-lg leading-snug font-semibold tabular-nums">{value}</dd>
      </div>
    ))}
    {children}
  </dl>
)
