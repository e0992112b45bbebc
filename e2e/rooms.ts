import { expect } from '@playwright/test'
import { RoomServiceClient } from 'livekit-server-sdk'
import type { MediaServer } from './bare-participant.ts'

export function roomService({ url, apiKey, apiSecret }: MediaServer): RoomServiceClient {
  return new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret)
}

/** The room of the one call that is going on, as soon as one end has joined it. */
export async function roomOf(server: MediaServer): Promise<string> {
  const service = roomService(server)
  const joined = async () => {
    const rooms = (await service.listRooms()).map(({ name }) => name)
    const counts = await Promise.all(
      rooms.map(async (name) => (await service.listParticipants(name).catch(() => [])).length),
    )
    return rooms.filter((_, index) => (counts[index] ?? 0) > 0)
  }
  let inUse: string[] = []
  await expect
    .poll(
      async () => {
        inUse = await joined()
        return inUse
      },
      { message: 'rooms in use' },
    )
    .toHaveLength(1)
  const [room] = inUse
  if (!room) throw new Error('no room is in use')
  return room
}
