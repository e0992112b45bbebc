import type { CallHealth, TalkHealth } from '@/components/call/health/watch-health.ts'

/** What a guest should know of how the call does, by the words of `guest.join.health`. */
export type GuestNotice =
  | { kind: 'ownSoundFirst' }
  /** Null: the first of those who are shown. */
  | { kind: GuestTalkNotice; identity: string | null }

type GuestTalkNotice = 'notHeard' | 'seenBlack' | 'causesEcho' | 'hearsNothing' | 'hearsEcho'

/** What the guest can mend comes first, and what several notice of them is said once. Pure. */
export function guestNotices(health: CallHealth): GuestNotice[] {
  const talks = [{ ...health, identity: null }, ...health.others]
  const of = (kind: GuestTalkNotice, is: (talk: TalkHealth) => boolean) =>
    talks.filter(is).map(({ identity }) => ({ kind, identity }))
  return [
    ...of('notHeard', ({ theirs }) => theirs.hearsNothing).slice(0, 1),
    ...of('seenBlack', ({ theirs }) => theirs.pictureFault === 'black').slice(0, 1),
    ...of('causesEcho', ({ theirs }) => theirs.hearsEcho).slice(0, 1),
    ...(health.own.isSoundFirst ? [{ kind: 'ownSoundFirst' } as const] : []),
    ...of('hearsNothing', ({ own }) => own.hearsNothing),
    ...of('hearsEcho', ({ own }) => own.hearsEcho),
  ]
}
