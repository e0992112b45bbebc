import type { CallHealth, TalkHealth } from '@/components/call/health/watch-health.ts'
import { fill, type Words } from './words.ts'

/** More than these hide the talk, and nobody mends four things at once. */
const LINES_AT_MOST = 3

/**
 * What the visitor should know of how the call does, what they can mend themselves first.
 * @param nameOf what the visitor calls them; null: the first of those who are shown
 */
export function healthNotices(
  health: CallHealth,
  nameOf: (identity: string | null) => string,
  words: Words,
): string[] {
  const say = words.call.health
  const talks = [
    { ...health, name: nameOf(null) },
    ...health.others.map((other) => ({ ...other, name: nameOf(other.identity) })),
  ]
  const each = (wording: (talk: TalkHealth) => string | false) =>
    talks.flatMap((talk) => {
      const line = wording(talk)
      return line === false ? [] : [fill(line, { name: talk.name })]
    })
  const found = [
    ...each(({ theirs }) => theirs.hearsNothing && say.notHeard).slice(0, 1),
    ...each(({ theirs }) => theirs.pictureFault === 'black' && say.seenBlack).slice(0, 1),
    ...each(({ theirs }) => theirs.pictureFault === 'frozen' && say.seenFrozen),
    ...each(({ theirs }) => theirs.hearsEcho && say.causesEcho).slice(0, 1),
    // Of the own picture, which rests for everybody.
    ...each(({ own }) => own.isSoundFirst && say.ownSoundFirst).slice(0, 1),
    ...each(({ own }) => own.hearsNothing && say.hearsNothing),
    ...each(({ own }) => own.hearsEcho && say.hearsEcho),
    ...each(({ own }) => own.pictureFault === 'black' && say.seesBlack),
    ...each(({ own }) => own.pictureFault === 'frozen' && say.seesFrozen),
    ...each(({ theirs }) => theirs.isSoundFirst && say.theirSoundFirst),
  ]
  return found.slice(0, LINES_AT_MOST)
}
