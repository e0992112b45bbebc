/**
 * How a contact went, by a face and its word: the three of "Mettiamoci la faccia", the survey that Italian
 * public offices use at desk, phone and web.
 */
export const FACES = ['good', 'so_so', 'bad'] as const
export type Face = (typeof FACES)[number]

/** Why it did not go well; the four of the same survey. */
export const RATING_REASONS = ['waiting_time', 'staff', 'must_come_back', 'negative_outcome'] as const
export type RatingReason = (typeof RATING_REASONS)[number]

/** What was best or worst about a page: the fixed answers of the municipal sites' survey (C.SI.2.5). */
export const PAGE_ASPECTS = ['clear', 'complete', 'on_track', 'technical', 'other'] as const
export type PageAspect = (typeof PAGE_ASPECTS)[number]

/** From here on a reader is asked what they liked, below what was hard; the same survey. */
export const LIKED_FROM_STARS = 4
