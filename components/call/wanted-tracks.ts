import { PAPER_TRACK_NAME } from './livekit-options.ts'

/** `people`: neither a paper nor a screen, each of which takes as much of a line as two faces. */
export type Taking = 'everything' | 'people' | 'voices'

/**
 * Of all that one end has published, what a page takes: of each kind the oldest and the one that may be about to
 * replace it. An honest page has no more, and whoever publishes a hundred pictures has two of them looked at. Pure.
 */
export function wantedOf<Publication extends Kind>(
  publications: Iterable<Publication>,
  taking: Taking,
): Publication[] {
  const taken = new Map<string, number>()
  return [...publications].filter((publication) => {
    const kind = kindOf(publication)
    if (taking !== 'everything' && !KINDS[taking].has(kind)) return false
    const count = (taken.get(kind) ?? 0) + 1
    taken.set(kind, count)
    return count <= MOST_OF_A_KIND
  })
}

/** A face or a voice, and neither a paper nor a screen. */
export const isOfPeople = (publication: Kind): boolean => KINDS.people.has(kindOf(publication))

/** What LiveKit tells of any track, received or sent. */
interface Kind {
  source: string
  trackName: string
}

const kindOf = ({ source, trackName }: Kind): string =>
  trackName === PAPER_TRACK_NAME ? PAPER_TRACK_NAME : source

const MOST_OF_A_KIND = 2

/** By LiveKit's names of sources. */
const KINDS: Readonly<Record<Exclude<Taking, 'everything'>, ReadonlySet<string>>> = {
  people: new Set(['camera', 'microphone']),
  voices: new Set(['microphone']),
}
