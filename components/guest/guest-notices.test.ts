import { expect, it } from 'vitest'
import { HEALTHY } from '@/components/call/health/health-report.ts'
import { IN_GOOD_HEALTH } from '@/components/call/health/watch-health.ts'
import { guestNotices } from './guest-notices.ts'

const silent = { ...HEALTHY, hearsNothing: true }

it('says nothing of a call that is well', () => {
  expect(guestNotices(IN_GOOD_HEALTH)).toEqual([])
})

it('says once what several notice of the guest, and of each what the guest notices of them', () => {
  const anna = { identity: 'o-call.1', own: silent, theirs: silent }
  expect(guestNotices({ own: silent, theirs: silent, others: [anna] })).toEqual([
    { kind: 'notHeard', identity: null },
    { kind: 'hearsNothing', identity: null },
    { kind: 'hearsNothing', identity: 'o-call.1' },
  ])
})

it('puts first what the guest can mend', () => {
  const seen = { ...HEALTHY, pictureFault: 'black' } as const
  const own = { ...HEALTHY, hearsNothing: true, isSoundFirst: true }
  expect(guestNotices({ own, theirs: seen, others: [] }).map(({ kind }) => kind)).toEqual([
    'seenBlack',
    'ownSoundFirst',
    'hearsNothing',
  ])
})
