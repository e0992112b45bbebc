import { expect, it } from 'vitest'
import { HEALTHY } from './health-report.ts'
import { talkNotices } from './talk-notices.ts'
import { IN_GOOD_HEALTH } from './watch-health.ts'

const silent = { ...HEALTHY, hearsNothing: true }

it('says nothing of a call that is well', () => {
  expect(talkNotices(IN_GOOD_HEALTH)).toEqual([])
})

it('says once what several notice of this person, and of each what this person notices of them', () => {
  const anna = { identity: 'o-call.1', own: silent, theirs: silent }
  expect(talkNotices({ own: silent, theirs: silent, others: [anna] })).toEqual([
    { kind: 'notHeard', identity: null },
    { kind: 'hearsNothing', identity: null },
    { kind: 'hearsNothing', identity: 'o-call.1' },
  ])
})

it('puts first what this person can mend', () => {
  const seen = { ...HEALTHY, pictureFault: 'black' } as const
  const own = { ...HEALTHY, hearsNothing: true, isSoundFirst: true }
  expect(talkNotices({ own, theirs: seen, others: [] }).map(({ kind }) => kind)).toEqual([
    'seenBlack',
    'ownSoundFirst',
    'hearsNothing',
  ])
})

it('says of each link that it is weak, and once that it is so bad that a picture rests', () => {
  const weak = { ...HEALTHY, link: 'weak' } as const
  const resting = { ...HEALTHY, link: 'bad', isSoundFirst: true } as const
  const maria = { identity: 'g-maria', own: weak, theirs: weak }
  const kinds = (health: Parameters<typeof talkNotices>[0]) => talkNotices(health).map(({ kind }) => kind)
  expect(kinds({ own: weak, theirs: resting, others: [maria] })).toEqual([
    'ownLinkWeak',
    'theirSoundFirst',
    'theirLinkWeak',
  ])
  expect(kinds({ own: resting, theirs: HEALTHY, others: [] })).toEqual(['ownSoundFirst'])
})

it('says whose picture is black or stands still here', () => {
  const black = { ...HEALTHY, pictureFault: 'black' } as const
  const frozen = { ...HEALTHY, pictureFault: 'frozen' } as const
  const bruno = { identity: 'o-call.2', own: frozen, theirs: HEALTHY }
  expect(talkNotices({ own: black, theirs: frozen, others: [bruno] })).toEqual([
    { kind: 'seenFrozen', identity: null },
    { kind: 'seesBlack', identity: null },
    { kind: 'seesFrozen', identity: 'o-call.2' },
  ])
})

it('says who goes without pictures, and of their link no more', () => {
  const listening = { ...HEALTHY, link: 'bad', takesPictures: false } as const
  expect(talkNotices({ own: listening, theirs: listening, others: [] })).toEqual([
    { kind: 'voicesOnly' },
    { kind: 'theyOnlyHear', identity: null },
  ])
})
