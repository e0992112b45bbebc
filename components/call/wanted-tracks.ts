import { PAPER_TRACK_NAME } from './livekit-options.ts'

/**
 * Of all that one end has published, what a page takes: of each kind the oldest and the one that may be about to
 * replace it. An honest page has no more, and whoever publishes a hundred pictures has two of them looked at. Pure.
 */
export function wantedOf<Publication extends { source: string; trackName: string }>(
  publications: Iterable<Publication>,
): Publication[] {
  const taken = new Map<string, number>()
  return [...publications].filter(({ source, trackName }) => {
    const kind = trackName === PAPER_TRACK_NAME ? PAPER_TRACK_NAME : source
    const count = (taken.get(kind) ?? 0) + 1
    taken.set(kind, count)
    return count <= MOST_OF_A_KIND
  })
}

const MOST_OF_A_KIND = 2
