'use client'

import { createElement, useState } from 'react'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { PrintKey } from '../print/print-key.tsx'
import type { Scene } from '../scene.tsx'
import { clockTime, dayInWords } from '../times.ts'
import { useChunk } from '../use-chunk.ts'
import { calendarEntry } from './calendar-entry.ts'

interface ReceiptProps {
  scene: Scene
  /** Null: as soon as it is their turn. */
  window: TimeWindow | null
}

/** What a visitor takes along who has left a number. The number itself is on none of it. */
export function Receipt({ scene, window }: ReceiptProps) {
  const { words, locale, bodyName, phone, hasPrinter } = scene
  const say = words.promise
  const [isOpen, setOpen] = useState(false)
  const dialog = useChunk(isOpen, loadDialog)
  return (
    <div className="flex flex-col gap-24">
      {window && (
        <Key tone="light" className="min-h-112 w-full text-lead" onClick={() => setOpen(true)}>
          <Icon name="qr-code" className="size-48 shrink-0" />
          {say.entry}
        </Key>
      )}
      {hasPrinter && (
        <PrintKey words={words} label={say.print} className="min-h-112 w-full text-lead">
          <h1>{say.title}</h1>
          <h2>{bodyName}</h2>
          <p>
            {window
              ? `${dayInWords(window.from, locale)}, ${clockTime(window.from, locale)}–${clockTime(window.until, locale)}`
              : say.soon}
          </p>
          {phone !== '' && (
            <p>
              {words.attract.phone} {phone}
            </p>
          )}
        </PrintKey>
      )}
      {isOpen &&
        window &&
        dialog &&
        createElement(dialog.TakeAlongDialog, {
          words,
          content: calendarEntry(`${bodyName}: ${say.title}`, window),
          name: say.title,
          text: say.entryText,
          onClose: () => setOpen(false),
        })}
    </div>
  )
}

const loadDialog = () => import('../phone/take-along-dialog.tsx')
