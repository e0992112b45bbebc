'use client'

import { useTranslations } from 'next-intl'
import { BREAK_REASONS, type BreakReason } from '@/lib/switchboard/board.ts'

export interface BreakReasonsProps {
  chosen: BreakReason | null
  canChange: boolean
  onChoose: (reason: BreakReason) => void
}

/** What the break is for, for whoever plans the shifts. Not asked for: a break without one is a break. */
export function BreakReasons({ chosen, canChange, onChoose }: BreakReasonsProps) {
  const words = useTranslations('desk.breakReasons')
  return (
    <div role="radiogroup" aria-label={words('label')} className="mt-6 flex items-center gap-4 text-sm">
      <span aria-hidden="true" className="text-ink-2">
        {words('label')}
      </span>
      {BREAK_REASONS.map((reason) => (
        <label key={reason} className="flex min-h-10 cursor-pointer items-center gap-2 font-semibold">
          <input
            type="radio"
            name="break-reason"
            className="size-4 accent-blue"
            checked={reason === chosen}
            // Disabled, it would lose the focus of whoever has just chosen it.
            aria-disabled={!canChange}
            onChange={() => (canChange ? onChoose(reason) : undefined)}
          />
          {words(reason)}
        </label>
      ))}
    </div>
  )
}
