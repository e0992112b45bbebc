import type { Invariant } from './audit.ts'

/**
 * One row per offer with the ids of the events that made, accepted and ended it, and by which it won its
 * call. A colleague who is only consulted accepts without winning, until the call is handed over.
 */
const LIVES = `
with lives as (
  select body_id, call_id, fact ->> 'offerId' as offer_id, min(operator_id) as operator_id,
    min(id) filter (where type = 'offerMade') as made_id,
    min(id) filter (where type = 'offerAccepted') as accepted_id,
    min(id) filter (where type = 'callTakenOver'
      or (type = 'offerAccepted' and coalesce(fact ->> 'role', 'primary') = 'primary')) as won_id,
    coalesce(min(id) filter (where type = 'offerOver'), ${Number.MAX_SAFE_INTEGER}) as over_id,
    min(fact ->> 'outcome') filter (where type = 'offerOver') as outcome,
    count(*) filter (where type = 'offerMade') as times_made,
    count(*) filter (where type = 'offerAccepted') as times_accepted,
    count(*) filter (where type = 'offerOver') as times_over
  from events
  where type in ('offerMade', 'offerAccepted', 'offerOver', 'callTakenOver')
  group by body_id, call_id, fact ->> 'offerId'
)`

/** With the latest end of any that one operator, or one call, had before it: later than its own beginning, and both were live at once. */
const inTurn = (ofWhom: 'operator_id' | 'call_id', began: 'made_id' | 'won_id') => `${LIVES},
in_turn as (
  select *, max(over_id) over (
    partition by body_id, ${ofWhom} order by ${began} rows between unbounded preceding and 1 preceding
  ) as earlier_over_id
  from lives where ${began} is not null
)`

/** Every offer is one ring for one operator, and ends once. */
export const OFFERS: readonly Invariant[] = [
  {
    id: 'I1',
    promise: 'an operator has at most one offer or call at a time',
    violations: `${inTurn('operator_id', 'made_id')}
select body_id, format('operator %s was offered %s while another offer was not over', operator_id, offer_id) as what
from in_turn where earlier_over_id > made_id`,
  },
  {
    id: 'I2',
    promise: 'a call has at most one operator who has won it',
    violations: `${inTurn('call_id', 'won_id')}
select body_id, format('call %s was won by %s while an offer that had won it was not over', call_id, offer_id) as what
from in_turn where earlier_over_id > won_id`,
  },
  {
    id: 'I5',
    promise: 'of answer, decline, timeout and withdrawal exactly one ends a ring',
    violations: `${LIVES}
select body_id, format('offer %s was made %s times, accepted %s times and ended %s times', offer_id, times_made,
  times_accepted, times_over) as what
from lives where times_made <> 1 or times_accepted > 1 or times_over > 1
union all
select body_id, format('offer %s was accepted after it was over', offer_id)
from lives where accepted_id > over_id
union all
select body_id, format('offer %s was accepted and ended as %s', offer_id, outcome)
from lives where accepted_id < over_id and outcome in ('declined', 'expired')
union all
select body_id, format('offer %s was accepted at %s, but rang only until %s', id, accepted_at, expires_at)
from offers where accepted_at > expires_at`,
  },
]
