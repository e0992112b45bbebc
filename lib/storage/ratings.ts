import type { Pool } from 'pg'
import type { Face, PageAspect, RatingReason } from '../content/rating-scale.ts'
import type { BodyId, CallId, TotemId } from '../switchboard/ids.ts'

/** Who stands where. */
interface At {
  bodyId: BodyId
  totemId: TotemId
}

/** `reason` null: not said. */
export interface CallRating extends At {
  callId: CallId
  face: Face
  reason: RatingReason | null
}

/**
 * Keeps what the visitor of a call thinks of it; the last word counts.
 * @returns false: this totem has had no such call just now, or nobody had answered it
 */
export async function keepCallRating(pool: Pool, rating: CallRating): Promise<boolean> {
  const { bodyId, totemId, callId, face, reason } = rating
  const { rowCount } = await pool.query(
    `insert into switchboard.ratings (call_id, body_id, totem_id, service, face, reason)
      select id, body_id, totem_id, service, $4, $5 from switchboard.calls
      where id = $1 and body_id = $2 and totem_id = $3
        -- The visitor's own end of it comes before the server's.
        and (state = 'in_call'
          or (outcome->>'kind' = 'ended' and ended_at > now() - interval '10 minutes'))
      on conflict (call_id) do update set face = excluded.face, reason = excluded.reason, rated_at = now()`,
    [callId, bodyId, totemId, face, reason],
  )
  return rowCount === 1
}

/** `id` is made for one reading of the page. `aspect` null: not said. */
export interface PageRating extends At {
  id: string
  service: string
  stars: number
  aspect: PageAspect | null
}

/** Keeps how clear a visitor found a page; the last word of one reading counts, and of its own totem only. */
export async function keepPageRating(pool: Pool, rating: PageRating): Promise<void> {
  const { bodyId, totemId, id, service, stars, aspect } = rating
  await pool.query(
    `insert into switchboard.page_ratings as p (id, body_id, totem_id, service, stars, aspect)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set stars = excluded.stars, aspect = excluded.aspect, rated_at = now()
      where p.totem_id = excluded.totem_id and p.service = excluded.service`,
    [id, bodyId, totemId, service, stars, aspect],
  )
}
