import type { TrackStats } from '../room-link.ts'

/**
 * Test support: what a browser counts of somebody's picture, looked at every two seconds, on a line that loses 40
 * packets of 100 and carries 160 kb/s of it.
 */
export function createThinLine(of: string): () => Promise<readonly TrackStats[]> {
  let looks = 0
  return async () => {
    looks++
    const picture = {
      id: 'picture',
      type: 'inbound-rtp',
      kind: 'video',
      packetsLost: looks * 40,
      packetsReceived: looks * 60,
      bytesReceived: looks * 40_000,
    }
    return [{ of, report: new Map([[picture.id, picture]]) }]
  }
}
