'use client'

import { useState } from 'react'
import { LIKED_FROM_STARS, PAGE_ASPECTS, type PageAspect } from '@/lib/content/rating-scale.ts'
import { Icon } from '../icon.tsx'
import { totemUrl } from '../totem-link.ts'
import { fill, type Words } from '../words.ts'
import { type Kept, sendRating } from './send-rating.ts'

interface PageRatingProps {
  words: Words
  slug: string
  /** The sheet that is rated. */
  service: string
}

const STARS = [1, 2, 3, 4, 5]

/** How clear the page was, with the questions of every municipal site in Italy. Kept at each touch. */
export function PageRating({ words, slug, service }: PageRatingProps) {
  const [id] = useState(() => crypto.randomUUID())
  const [stars, setStars] = useState(0)
  const [aspect, setAspect] = useState<PageAspect | null>(null)
  /** Null: the server has not answered yet. */
  const [kept, setKept] = useState<Kept | null>(null)
  const say = words.pageRating
  const keep = (nextStars: number, nextAspect: PageAspect | null) => {
    if (nextStars === stars && nextAspect === aspect) return
    setStars(nextStars)
    setAspect(nextAspect)
    setKept(null)
    sendRating(id, {
      url: totemUrl('/api/totem/page-ratings', slug),
      body: { id, service, stars: nextStars, aspect: nextAspect },
      tell: setKept,
    })
  }
  const answers = stars >= LIKED_FROM_STARS ? say.liked : say.hard
  return (
    <section className="flex flex-col gap-24 rounded-card bg-blue-light px-44 py-36">
      <fieldset>
        <legend className="mb-20 text-lead font-bold">{say.title}</legend>
        <div className="flex gap-16" dir="ltr">
          {STARS.map((star) => (
            <button
              key={star}
              type="button"
              aria-label={fill(star === 1 ? say.starsOne : say.starsMany, { stars: star })}
              aria-pressed={star === stars}
              onClick={() => keep(star, null)}
              className="key hairline grid size-112 place-content-center justify-items-center rounded-key border-line-strong bg-card text-blue-deep active:bg-line"
            >
              <Icon name="star" className={`size-56 ${star <= stars ? 'fill-current' : ''}`} />
              <span aria-hidden className="text-small leading-none font-semibold">
                {star}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      {stars > 0 && (
        <fieldset className="flex flex-col gap-16">
          <legend className="mb-16 text-lead font-semibold">{answers.title}</legend>
          {PAGE_ASPECTS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === aspect}
              onClick={() => keep(stars, each)}
              className={`key min-h-96 rounded-key px-36 text-start font-semibold ${
                each === aspect ? 'bg-blue text-white' : 'hairline border-line-strong bg-card active:bg-line'
              }`}
            >
              {answers[each]}
            </button>
          ))}
        </fieldset>
      )}
      <p role="status" className="text-body empty:hidden">
        {kept && { kept: say.kept, lost: words.rating.lost }[kept]}
      </p>
    </section>
  )
}
