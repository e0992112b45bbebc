'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendCommand } from '@/lib/events/send-command.ts'
import type { Intent } from '@/lib/switchboard/board.ts'
import type { WallOperator } from '@/lib/switchboard/wall-view.ts'
import { refusalWords } from './refusal-words.ts'

const INTENTS = ['available', 'on_break', 'off_duty'] as const satisfies readonly Intent[]

/** Who is here and what they do; whether calls may come to them can be changed, on record and told at their desk. */
export function OperatorsTable({ operators }: { operators: readonly WallOperator[] }) {
  const words = useTranslations('supervisor.operators')
  return (
    <section className="overflow-x-auto rounded-desk-lg border border-line bg-card">
      <table className="w-full border-collapse text-left">
        <caption className="px-4 pt-4 pb-2 text-left text-lg font-bold">{words('title')}</caption>
        <thead className="text-sm text-ink-2">
          <tr>
            {(['name', 'office', 'work', 'intent'] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2 font-semibold">
                {words(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id} className="border-t border-line">
              <td className="px-4 py-3 font-semibold">{operator.displayName}</td>
              <td className="px-4 py-3">{operator.officeName}</td>
              <td className="px-4 py-3">
                {operator.isPresent ? words(`works.${operator.work}`) : words('absent')}
              </td>
              <td className="px-4 py-2">
                <IntentOf operator={operator} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/**
 * Shows what the server knows: a choice asks, and the mark moves when the answer is in the view. A refusal is of
 * the state that it was asked in; the list itself stays through every change, with the focus of whoever chose.
 */
function IntentOf({ operator }: { operator: WallOperator }) {
  const words = useTranslations('supervisor.operators')
  const refusals = useTranslations('supervisor.refusals')
  const [refused, setRefused] = useState<{ refusal: string; from: Intent } | null>(null)
  const { id, intent, displayName } = operator
  const refusal = refused?.from === intent ? refused.refusal : null
  const ask = async (wanted: string) => {
    setRefused(null)
    const answer = await sendCommand(`/api/supervisor/operators/${id}/intent`, {
      intent: wanted,
      expected: intent,
    })
    if (!answer.ok) setRefused({ refusal: answer.refusal, from: intent })
  }
  return (
    <>
      <select
        aria-label={words('intentOf', { name: displayName })}
        value={intent}
        onChange={(event) => void ask(event.target.value)}
        className="min-h-10 rounded-desk-sm border border-line-strong bg-white px-3 text-ink"
      >
        {INTENTS.map((each) => (
          <option key={each} value={each}>
            {words(`intents.${each}`)}
          </option>
        ))}
      </select>
      {refusal ? (
        <p role="alert" className="mt-1 text-sm font-semibold text-red">
          {refusals(refusalWords(refusal))}
        </p>
      ) : null}
    </>
  )
}
