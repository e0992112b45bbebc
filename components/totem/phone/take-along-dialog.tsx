'use client'

import { renderSVG } from 'uqr'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { fill, type Words } from '../words.ts'

interface TakeAlongDialogProps {
  words: Words
  /** What a phone reads from the code. */
  content: string
  /** What that is, in words. */
  name: string
  text: string
  /** What may stand in the way. */
  notes?: readonly string[]
  onClose: () => void
}

/** Something for a phone as a QR, drawn here: it needs no connection of the totem. */
export function TakeAlongDialog({ words, content, name, text, notes = [], onClose }: TakeAlongDialogProps) {
  const dialog = useShownDialog()
  const say = words.stage
  return (
    <dialog
      ref={dialog}
      aria-labelledby="take-along"
      onCancel={onClose}
      className="asking m-auto rounded-card bg-white p-48 text-ink"
    >
      <h2 id="take-along" aria-describedby="take-along-told" className="text-heading font-bold">
        {say.qrTitle}
      </h2>
      <div className="take-along mt-28 flex items-center gap-40">
        {/* biome-ignore lint/performance/noImgElement: a drawing that is made here */}
        <img
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(content, { border: 2, ecc: 'M' }))}`}
          alt={fill(say.qrAlt, { address: name })}
          className="size-440 shrink-0 rounded-chip bg-white"
        />
        <div id="take-along-told" className="min-w-0 text-body">
          <p>{text}</p>
          {notes.map((note) => (
            <p
              key={note}
              role="status"
              className="mt-20 rounded-chip bg-sun-light px-28 py-16 font-semibold wrap-anywhere"
            >
              {note}
            </p>
          ))}
        </div>
      </div>
      <Key
        tone="blue"
        className="mt-32 min-h-132 w-full text-title font-bold"
        // Where the voice has taken Escape for itself.
        data-way="back"
        onClick={onClose}
      >
        <Icon name="x" className="size-48 shrink-0" />
        {words.modes.close}
      </Key>
    </dialog>
  )
}
