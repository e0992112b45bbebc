import { describe, expect, it } from 'vitest'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { afterCall, CAN_RETRY, type Trouble, troubleOf } from './trouble.ts'

const ALL = Object.keys(CAN_RETRY) as Trouble[]

describe('a refused call', () => {
  it.each([
    ['body-closed', 'body-closed'],
    ['totem-closed', 'totem-closed'],
    ['service-closed', 'service-closed'],
    ['nobody-on-duty', 'nobody-on-duty'],
    ['nobody-skilled', 'service-unknown'],
    ['queue-full', 'queue-full'],
    ['totem-out-of-service', 'totem-out-of-service'],
    ['service-unknown', 'service-unknown'],
    ['call-exists', 'call-exists'],
    ['too-often', 'queue-full'],
    ['unreachable', 'offline'],
    ['malformed', 'fault'],
    ['fault', 'fault'],
  ])('%s shows %s', (refusal, trouble) => {
    expect(troubleOf(refusal)).toBe(trouble)
  })

  it('shows a screen even for a code that nobody has heard of', () => {
    expect(troubleOf('made-up')).toBe('fault')
    expect(troubleOf('toString')).toBe('fault')
  })
})

describe('a finished call', () => {
  const cases: [Parameters<typeof afterCall>[0], ReturnType<typeof afterCall>][] = [
    [{ kind: 'ended', by: 'totem' }, 'thanks'],
    [{ kind: 'ended', by: 'desk' }, 'thanks'],
    [{ kind: 'ended', by: 'totem_lost' }, 'call-lost'],
    [{ kind: 'ended', by: 'both_lost' }, 'call-lost'],
    [{ kind: 'abandoned', by: 'visitor' }, 'nothing'],
    [{ kind: 'abandoned', by: 'totem_lost' }, 'call-lost'],
    [{ kind: 'abandoned', by: 'walked_off' }, 'walked-off'],
    [{ kind: 'expired' }, 'call-expired'],
    [{ kind: 'overflowed' }, 'call-overflowed'],
    [{ kind: 'closed', why: 'closing' }, 'closing'],
    [{ kind: 'closed', why: 'media_away' }, 'media-away'],
    [{ kind: 'closed', why: 'media_failed' }, 'media-failed'],
    [{ kind: 'callback_failed', why: 'not_reached' }, 'nothing'],
  ]
  it.each(cases)('%o shows %s', (outcome, after) => {
    expect(afterCall(outcome)).toBe(after)
  })
})

it.each(ALL)('%s has words in both languages', (trouble) => {
  for (const words of [italian, english]) {
    expect(words.trouble[trouble].title).not.toBe('')
    expect(words.trouble[trouble].text).not.toBe('')
  }
})
