'use client'

import { useState } from 'react'
import { FACES, type Face, RATING_REASONS, type RatingReason } from '@/lib/content/rating-scale.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-sprite.tsx'
import { totemUrl } from '../totem-link.ts'
import type { Words } from '../words.ts'
import { type Kept, sendRating } from './send-rating.ts'

interface CallRatingProps {
  words: Words
  slug: string
  callId: string
}

const PICTURES: Readonly<Record<Face, IconName>> = {
  good: 'face-smiling',
  so_so: 'face-neutral',
  bad: 'face-frowning',
}

/** How it went, in one touch; why not, if one likes. Each touch is kept at once: there is nothing to send. */
export function CallRating({ words, slug, callId }: CallRatingProps) {
  const [face, setFace] = useState<Face | null>(null)
  const [reason, setReason] = useState<RatingReason | null>(null)
  /** Null: the server has not answered yet. */
  const [kept, setKept] = useState<Kept | null>(null)
  const say = words.rating
  const keep = (nextFace: Face, nextReason: RatingReason | null) => {
    if (nextFace === face && nextReason === reason) return
    setFace(nextFace)
    setReason(nextReason)
    setKept(null)
    sendRating(callId, {
      url: totemUrl(`/api/calls/${callId}/rating`, slug),
      body: { face: nextFace, reason: nextReason },
      tell: setKept,
    })
  }
  return (
    <div className="rating flex flex-col gap-32">
      <fieldset>
        <legend className="mb-24 text-title font-semibold">{say.title}</legend>
        <div className="grid grid-cols-3 gap-24">
          {FACES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === face}
              onClick={() => keep(each, null)}
              className={`key rating-face flex flex-col items-center gap-12 rounded-card px-16 py-28 text-lead font-semibold ${
                each === face
                  ? 'bg-white text-ink'
                  : 'hairline border-night-line bg-night-2 text-white active:bg-night-3'
              }`}
            >
              <Icon name={PICTURES[each]} className="rating-picture size-120" stroke={1.5} />
              {say.faces[each]}
            </button>
          ))}
        </div>
      </fieldset>
      {face !== null && face !== 'good' && (
        <fieldset>
          <legend className="mb-20 text-lead font-semibold">{say.why}</legend>
          <div className="grid grid-cols-2 gap-20">
            {RATING_REASONS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === reason}
                onClick={() => keep(face, each)}
                className={`key min-h-112 rounded-key px-24 text-body font-semibold ${
                  each === reason
                    ? 'bg-white text-ink'
                    : 'hairline border-night-line bg-night-2 text-white active:bg-night-3'
                }`}
              >
                {say.reasons[each]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <p role="status" className="text-body text-night-ink-2 empty:hidden">
        {kept && say[kept]}
      </p>
    </div>
  )
}
