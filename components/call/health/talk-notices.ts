import type { HealthReport } from './health-report.ts'
import type { CallHealth, TalkHealth } from './watch-health.ts'

/** What somebody should know of how a talk with named people does, by the words of their page. */
export type TalkNotice =
  | { kind: OwnNotice }
  /** Null: the first of those who are shown. */
  | { kind: AboutSomebody; identity: string | null }

type OwnNotice = 'ownSoundFirst' | 'voicesOnly' | 'ownLinkWeak'

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
  | 'theyOnlyHear'
  | 'theirLinkWeak'

/**
 * What this person can mend comes first, and what several notice of them is said once. A link so bad that
 * pictures rest is said once, too. Pure.
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
    ...of('theyOnlyHear', ({ theirs }) => !theirs.takesPictures),
    ...of('theirLinkWeak', ({ theirs }) => theirs.link !== 'good' && !isSaidAlready(theirs)),
  ]
}

const isSaidAlready = ({ isSoundFirst, takesPictures }: HealthReport): boolean =>
  isSoundFirst || !takesPictures

function ownLink({ own }: CallHealth): TalkNotice[] {
  if (!isSaidAlready(own)) return own.link === 'good' ? [] : [{ kind: 'ownLinkWeak' }]
  const found: (OwnNotice | false)[] = [
    own.isSoundFirst && 'ownSoundFirst',
    !own.takesPictures && 'voicesOnly',
  ]
  return found.filter((kind) => kind !== false).map((kind) => ({ kind }))
}
