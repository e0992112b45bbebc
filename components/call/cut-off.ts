import type { RoomView } from '@/lib/switchboard/views.ts'
import type { ConnectionState } from './call-media-state.ts'

/** What keeps a page from a call that it is in. */
export type CutOff = 'roomAway' | 'reconnecting' | 'lost'

/** Null: nothing, or it is only on its way there. [SW-M12] What still flows in a room that is away goes on. Pure. */
export function cutOff(connection: ConnectionState, room: RoomView): CutOff | null {
  if (room.media === 'away' && connection !== 'connected') return 'roomAway'
  return connection === 'reconnecting' || connection === 'lost' ? connection : null
}
