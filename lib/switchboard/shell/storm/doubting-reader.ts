import { isDeepStrictEqual } from 'node:util'
import { type BoardReader, createBoardReader } from '../../../storage/board-reader.ts'
import type { Board } from '../../board.ts'
import { epochMs } from '../../ids.ts'
import { isMovedByBeats } from '../../moved-by-beats.ts'
import { createSettingsCache } from '../settings-reader.ts'

/**
 * A reader that keeps boards like any instance's, and every now and then reads the rows too, on the same
 * connection and so under the same lock: what it had kept must be what is stored.
 *
 * @param everyNth how often it doubts
 */
export function createDoubtingReader(everyNth: number, onDifference: (problem: string) => void): BoardReader {
  const settings = createSettingsCache()
  const kept = createBoardReader(settings)
  let loads = 0
  return {
    remember: kept.remember,
    forget: kept.forget,
    async load(client, bodyId, command) {
      const loaded = await kept.load(client, bodyId, command)
      if (++loads % everyNth === 0) {
        const stored = await createBoardReader(settings).load(client, bodyId)
        const isSameMoment = stored.revision === loaded.revision
        if (isSameMoment && !isDeepStrictEqual(withoutLeases(stored.board), withoutLeases(loaded.board))) {
          onDifference(`the kept board of ${bodyId} is not what is stored at revision ${loaded.revision}`)
        }
      }
      return loaded
    },
  }
}

/** Beats move these without the lock, also between two readings. */
function withoutLeases({ operators, totems, calls, offers }: Board) {
  const never = epochMs(0)
  return {
    operators: new Map(
      [...operators].map(([id, operator]) => [
        id,
        { ...operator, desk: { ...operator.desk, leaseEndsAt: never } },
      ]),
    ),
    totems: new Map([...totems].map(([id, totem]) => [id, { ...totem, leaseEndsAt: never }])),
    calls: new Map(
      [...calls].map(([id, call]) => [id, isMovedByBeats(call) ? { ...call, deadline: never } : call]),
    ),
    offers: new Map(offers),
  }
}
