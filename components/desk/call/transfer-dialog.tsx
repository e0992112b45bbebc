'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Modal } from '@/components/ui/modal.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import type { HandOverTargets } from '@/lib/switchboard/hand-over-targets.ts'
import { CommandRefusal } from './command-refusal-line.tsx'
import type { OfferCommands } from './offer-commands.ts'
import { TargetList } from './target-list.tsx'
import { linesMatching, targetLines } from './transfer-targets.ts'
import type { DeskCommand } from './use-desk-command.ts'

export interface TransferDialogProps {
  targets: HandOverTargets
  offer: OfferCommands
  command: DeskCommand
  onClose: () => void
}

/** As the server takes it. */
const NOTE_LIMIT = 500

/** To whom, with what note, and at once or after a word with them. Mounted means open; the view closes it. */
export function TransferDialog({ targets, offer, command, onClose }: TransferDialogProps) {
  const words = useTranslations('desk.handOver')
  const [wanted, setWanted] = useState('')
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const noteId = useId()
  const lines = targetLines(targets)
  // By its key, because how they stand changes while one reads.
  const chosen = lines.find(({ key }) => key === chosenKey) ?? null
  const { to = null, canSend = false, ask = null } = chosen ?? {}
  const { isPending } = command

  return (
    <Modal title={words('title')} onDismiss={onClose}>
      <div className="flex flex-col gap-4">
        <TextField
          label={words('search')}
          value={wanted}
          autoFocus
          autoComplete="off"
          onChange={(event) => setWanted(event.target.value)}
        />
        <TargetList lines={linesMatching(lines, wanted)} chosenKey={chosenKey} onChoose={setChosenKey} />
        <div>
          <label htmlFor={noteId} className="mb-1 block text-sm font-semibold text-ink-2">
            {words('note')}
          </label>
          <textarea
            id={noteId}
            rows={2}
            maxLength={NOTE_LIMIT}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className="w-full resize-none rounded-desk-sm border border-line-strong bg-white px-4 py-2"
          />
        </div>
        <CommandRefusal command={command} />
        <p className="min-h-10 text-sm text-ink-2">
          {words(chosen === null ? 'choose' : ask ? 'canAsk' : canSend ? 'canSend' : 'cannot')}
        </p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button
            isStill={ask === null || isPending}
            onClick={() => ask !== null && command.send(() => offer.consult(ask, note.trim()))}
          >
            {words('askFirst')}
          </Button>
          <Button
            tone="main"
            isStill={to === null || !canSend || isPending}
            onClick={() => to !== null && command.send(() => offer.transfer(to, note.trim()))}
          >
            {words('sendNow')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
