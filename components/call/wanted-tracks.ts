import { PAPER_TRACK_NAME } from './livekit-options.ts'

/**
 * Of all that one end has published, what a page takes: of each kind the oldest and the one that may be about to
 * replace it. An honest page has no more, and whoever publishes a hundred pictures has two of them looked at. Pure.
 * @param isPeopleOnly neither a paper nor a screen: each takes as much of a line as two faces
 */
export function wantedOf<Publication extends { source: string; trackName: string }>(
  publications: Iterable<Publication>,
  isPeopleOnly: boolean,
): Publication[] {
  const taken = new Map<string, number>()
  return [...publications].filter(({ source, trackName }) => {
    const kind = trackName === PAPER_TRACK_NAME ? PAPER_TRACK_NAME : source
    if (isPeopleOnly && !OF_PEOPLE.has(kind)) return false
    const count = (taken.get(kind) ?? 0) + 1
    taken.set(kind, count)
    return count <= MOST_OF_A_KIND
  })
}

const MOST_OF_A_KIND = 2

/** By LiveKit's names of sources. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['camera', 'microphone'])
