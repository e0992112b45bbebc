'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { TargetLine } from './transfer-targets.ts'

export interface TargetListProps {
  lines: readonly TargetLine[]
  chosenKey: string | null
  onChoose: (key: string) => void
}

const GROUPS = ['colleagues', 'offices', 'services'] as const

/** Colleagues, offices and services as one choice; the arrow keys go through all of them. */
export function TargetList({ lines, chosenKey, onChoose }: TargetListProps) {
  const words = useTranslations('desk.handOver')
  return (
    <div
      role="radiogroup"
      aria-label={words('to')}
      className="h-64 overflow-y-auto rounded-desk-sm border border-line-strong bg-white"
    >
      <p role="status" className="p-4 text-ink-2 empty:sr-only">
        {lines.length === 0 ? words('noneFound') : ''}
      </p>
      {GROUPS.map((group) => (
        <Group
          key={group}
          title={words(`groups.${group}`)}
          lines={lines.filter((line) => line.group === group)}
          chosenKey={chosenKey}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

function Group({ title, lines, chosenKey, onChoose }: TargetListProps & { title: string }) {
  const titleId = useId()
  if (lines.length === 0) return null
  return (
    <fieldset aria-labelledby={titleId}>
      <p
        id={titleId}
        className="sticky top-0 border-b border-line bg-paper px-4 py-1.5 text-sm font-semibold text-ink-2"
      >
        {title}
      </p>
      {lines.map((line) => (
        <Line key={line.key} line={line} isChosen={line.key === chosenKey} onChoose={onChoose} />
      ))}
    </fieldset>
  )
}

function Line({
  line,
  isChosen,
  onChoose,
}: {
  line: TargetLine
  isChosen: boolean
  onChoose: (key: string) => void
}) {
  return (
    <label
      className={`flex cursor-pointer items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0 ${
        isChosen ? 'bg-blue-light' : 'hover:bg-paper'
      }`}
    >
      <input
        type="radio"
        name="transfer-target"
        checked={isChosen}
        onChange={() => onChoose(line.key)}
        className="size-4.5 shrink-0 accent-blue"
      />
      <span className="min-w-0 flex-1">
        <span className="font-semibold">{line.name}</span>
        {line.detail ? <span className="text-ink-2"> · {line.detail}</span> : null}
      </span>
      <Presence presence={line.presence} />
    </label>
  )
}

const LAMPS = { free: 'bg-green', busy: 'bg-sun', away: 'bg-line-strong' } as const

function Presence({ presence }: Pick<TargetLine, 'presence'>) {
  const words = useTranslations('desk.handOver.presence')
  const lamp = presence.kind === 'on_duty' ? (presence.count > 0 ? 'free' : 'away') : presence.kind
  return (
    <span className="flex shrink-0 items-center gap-2 text-sm text-ink-2">
      <span aria-hidden="true" className={`size-2.5 rounded-full ${LAMPS[lamp]}`} />
      {presence.kind === 'on_duty' ? words('onDuty', { count: presence.count }) : words(presence.kind)}
    </span>
  )
}
