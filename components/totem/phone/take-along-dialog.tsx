'use client'

import { renderSVG } from 'uqr'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'
import { isLoopback } from '@/lib/config/loopback.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { fill, type Words } from '../words.ts'

interface TakeAlongDialogProps {
  words: Words
  /** Where a phone reads the page. */
  address: string
  /** The totem is not connected; a phone may be. */
  isAway: boolean
  onClose: () => void
}

/** The address of a page as a QR, drawn here: it needs no connection of the totem. */
export function TakeAlongDialog({ words, address, isAway, onClose }: TakeAlongDialogProps) {
  const dialog = useShownDialog()
  const say = words.stage
  return (
    <dialog
      ref={dialog}
      aria-labelledby="take-along"
      onCancel={onClose}
      className="asking m-auto rounded-card bg-white p-48 text-ink"
    >
      <h2 id="take-along" className="text-heading font-bold">
        {say.qrTitle}
      </h2>
      <div className="take-along mt-28 flex items-center gap-40">
        {/* biome-ignore lint/performance/noImgElement: a drawing that is made here */}
        <img
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2, ecc: 'M' }))}`}
          alt={fill(say.qrAlt, { address })}
          className="size-440 shrink-0 rounded-chip bg-white"
        />
        <div className="min-w-0 text-body">
          <p>{say.qrPublic}</p>
          {isAway && (
            <p role="status" className="mt-20 rounded-chip bg-sun-light px-28 py-16 font-semibold">
              {say.qrAway}
            </p>
          )}
          {isLoopback(new URL(address).hostname) && (
            <p className="mt-20 rounded-chip bg-sun-light px-28 py-16 text-small break-all">
              {fill(say.qrOnlyHere, { address })}
            </p>
          )}
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
