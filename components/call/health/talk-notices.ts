import type { CallHealth, TalkHealth } from './watch-health.ts'

/** What somebody should know of how a talk with named people does, by the words of their page. */
export type TalkNotice =
  | { kind: OwnNotice }
  /** Null: the first of those who are shown. */
  | { kind: AboutSomebody; identity: string | null }

type OwnNotice = 'ownSoundFirst' | 'ownLinkWeak'

type AboutSomebody =
  | 'notHeard'
  | 'seenBlack'
  | 'seenFrozen'
  | 'causesEcho'
  | 'hearsNothing'
  | 'hearsEcho'
  | 'seesBlack'
  | 'seesFrozen'
  | 'theirSoundFirst'
  | 'theirLinkWeak'

/**
 * What this person can mend comes first, and what several notice of them is said once. A link so bad that the picture
 * rests is said once, too. Pure.
 */
export function talkNotices(health: CallHealth): TalkNotice[] {
  const talks = [{ ...health, identity: null }, ...health.others]
  const of = (kind: AboutSomebody, is: (talk: TalkHealth) => boolean): TalkNotice[] =>
    talks.filter(is).map(({ identity }) => ({ kind, identity }))
  return [
    ...of('notHeard', ({ theirs }) => theirs.hearsNothing).slice(0, 1),
    ...of('seenBlack', ({ theirs }) => theirs.pictureFault === 'black').slice(0, 1),
    ...of('seenFrozen', ({ theirs }) => theirs.pictureFault === 'frozen').slice(0, 1),
    ...of('causesEcho', ({ theirs }) => theirs.hearsEcho).slice(0, 1),
    ...ownLink(health),
    ...of('hearsNothing', ({ own }) => own.hearsNothing),
    ...of('hearsEcho', ({ own }) => own.hearsEcho),
    ...of('seesBlack', ({ own }) => own.pictureFault === 'black'),
    ...of('seesFrozen', ({ own }) => own.pictureFault === 'frozen'),
    ...of('theirSoundFirst', ({ theirs }) => theirs.isSoundFirst),
    ...of('theirLinkWeak', ({ theirs }) => !theirs.isSoundFirst && theirs.link !== 'good'),
  ]
}

function ownLink({ own }: CallHealth): TalkNotice[] {
  if (own.isSoundFirst) return [{ kind: 'ownSoundFirst' }]
  return own.link === 'good' ? [] : [{ kind: 'ownLinkWeak' }]
}
