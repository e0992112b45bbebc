'use client'

import { createElement, useState } from 'react'
import { isLoopback } from '@/lib/config/loopback.ts'
import { type PublicRef, publicAddress } from '@/lib/content/public-address.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import type { Scene } from '../scene.tsx'
import { useChunk } from '../use-chunk.ts'
import { fill } from '../words.ts'

interface TakeAlongKeyProps {
  scene: Pick<Scene, 'words' | 'locale' | 'slug' | 'phonesAt'> & { totem: Pick<Scene['totem'], 'link'> }
  /** What is read here and may be read on a phone. */
  page: PublicRef
  /** On a card, where there is more than one thing to take. */
  label?: string
}

/** Takes the page that is read along, outside a call: anybody may read it, so that its address is no secret. */
export function TakeAlongKey({ scene, page, label }: TakeAlongKeyProps) {
  const { words, locale, slug, phonesAt, totem } = scene
  const [isOpen, setOpen] = useState(false)
  const dialog = useChunk(isOpen, loadDialog)
  const address = publicAddress(phonesAt, slug, page, locale)
  const isAway = totem.link === 'down' || totem.link === 'stale'
  const isOnlyHere = isLoopback(new URL(address).hostname)
  return (
    <>
      <Key
        tone={label ? 'light' : 'paper'}
        className={`min-h-112 w-full text-lead ${label ? 'mt-24' : ''}`}
        onClick={() => setOpen(true)}
      >
        <Icon name="qr-code" className="size-48 shrink-0" />
        {label ?? words.stage.takeAlong}
      </Key>
      {isOpen &&
        dialog &&
        createElement(dialog.TakeAlongDialog, {
          words,
          content: address,
          name: address,
          text: words.stage.qrPublic,
          notes: [
            ...(isAway ? [words.stage.qrAway] : []),
            ...(isOnlyHere ? [fill(words.stage.qrOnlyHere, { address })] : []),
          ],
          onClose: () => setOpen(false),
        })}
    </>
  )
}

const loadDialog = () => import('./take-along-dialog.tsx')
