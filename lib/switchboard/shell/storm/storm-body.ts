import type { Pool } from 'pg'
import type { Rules } from '../../settings.ts'
import { createTrial, type Trial, type TrialDocument } from '../trial.ts'

/** Of each rule, something that comes to its end within what a storm lets pass. */
const RULES: Partial<Rules> = {
  queueLimit: 9,
  callbackRetryMs: 10_000,
  callbackExpiresMs: 30 * 60_000,
  holdRecallMs: 5_000,
  holdLimitMs: 15_000,
  consultLimitMs: 20_000,
  transferTargetMs: 10_000,
  preferredRelaxAfterMs: 10_000,
  skillsRelaxAfterMs: 10_000,
  supervisionLeaseMs: 15_000,
  stillHereAfterMs: 20_000,
  stillHereAnswerMs: 10_000,
}

export interface StormBodyOptions {
  /** A few make a body whose operators are often free, so that they can be called in. */
  totems: number
  rules?: Partial<Rules>
}

/** A body with all that a command can be about: skills, a language, hours to be called in, steps of overflow. */
export const createStormBody = (pool: Pool, { totems, rules }: StormBodyOptions): Promise<Trial> =>
  createTrial({ pool, operators: 5, specialists: 2, totems, rules: { ...RULES, ...rules }, adjust })

const adjust = (document: TrialDocument): TrialDocument => ({
  ...document,
  operators: document.operators.map((operator, n) =>
    n % 3 === 1 ? { ...operator, skills: [...operator.skills, 'lis'], languages: ['it', 'ar'] } : operator,
  ),
  services: document.services.map((service) =>
    service.slug === 'urp'
      ? { ...service, hours: ROUND_THE_CLOCK }
      : {
          ...service,
          overflow: [
            { do: 'offer_callback', afterMs: 10_000 },
            { do: 'widen', afterMs: 25_000, dropSkills: ['tributi'] },
            { do: 'end', afterMs: 60_000 },
          ],
        },
  ),
})

/** Never closed, and yet in hours, of which a visitor can choose some to be called in. */
const ROUND_THE_CLOCK: TrialDocument['services'][number]['hours'] = {
  kind: 'rules',
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }],
    },
  ],
  exceptions: [],
  holidays: { kind: 'open' },
}
