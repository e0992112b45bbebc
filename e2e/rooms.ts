import { RoomServiceClient } from 'livekit-server-sdk'
import type { MediaServer } from './bare-participant.ts'

export function roomService({ url, apiKey, apiSecret }: MediaServer): RoomServiceClient {
  return new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret)
}

/** The room of the one call that is going on. */
export async function roomOf(server: MediaServer): Promise<string> {
  const rooms = await roomService(server).listRooms()
  const inUse = rooms.filter(({ numParticipants }) => numParticipants > 0)
  const [room] = inUse
  if (!room || inUse.length > 1) throw new Error(`expected one room in use, not ${inUse.length}`)
  return room.name
}
