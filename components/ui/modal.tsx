'use client'

import { type ReactNode, useId } from 'react'
import { useShownDialog } from './use-shown-dialog.ts'

export interface ModalProps {
  role?: 'dialog' | 'alertdialog'
  title: string
  /** The title is drawn by `children` instead, under this id. */
  titleId?: string
  /** Escape, where going back is harmless. Without it the dialog wants an answer. */
  onDismiss?: () => void
  /** Covers the page instead of floating over it. */
  isFullPage?: boolean
  children: ReactNode
}

/**
 * The browser's own modal dialog: it keeps focus inside, makes the page behind inert and gives focus
 * back at the end. Mounted means open.
 */
export function Modal({
  role = 'dialog',
  title,
  titleId,
  onDismiss,
  isFullPage = false,
  children,
}: ModalProps) {
  const dialog = useShownDialog()
  const ownTitleId = useId()

  return (
    <dialog
      ref={dialog}
      role={role}
      aria-modal="true"
      aria-labelledby={titleId ?? ownTitleId}
      // Chromium closes on a second Escape even when the first was refused.
      closedby="none"
      onCancel={(event) => {
        event.preventDefault()
        onDismiss?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDismiss?.()
      }}
      className={
        isFullPage
          ? 'fixed inset-0 m-0 h-dvh max-h-none w-dvw max-w-none overflow-auto bg-transparent text-ink backdrop:bg-transparent'
          : 'm-auto w-[34rem] max-w-[calc(100vw-2rem)] rounded-desk-lg bg-card p-8 text-ink shadow-soft backdrop:bg-night/70'
      }
    >
      {titleId ? null : (
        <h2 id={ownTitleId} className="mb-3 text-2xl font-bold">
          {title}
        </h2>
      )}
      {children}
    </dialog>
  )
}
