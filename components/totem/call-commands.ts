import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { type CommandAnswer, sendCommand } from '@/lib/events/send-command.ts'
import type { Channels, Needs } from '@/lib/switchboard/board.ts'
import { totemUrl } from './totem-link.ts'

/** Says to the server what this page's visitor or its media did. Answers paint nothing: the stream does. */
export interface CallCommands {
  /**
   * @param key one per touch on "Avvia": however often it is sent, one call is placed
   * @param signal the visitor no longer wants it
   */
  place(
    service: string,
    channels: Channels,
    needs: Pick<Needs, 'language' | 'mode'>,
    key: string,
    signal: AbortSignal,
  ): Promise<CommandAnswer<{ callId: string }>>
  join(callId: string): Promise<CommandAnswer<RoomTicket>>
  joined(callId: string): Promise<CommandAnswer>
  receives(callId: string, channels: Channels): Promise<CommandAnswer>
  /** The same of a colleague who is coming to the visitor. */
  receivesSecond(callId: string, offerId: string, channels: Channels): Promise<CommandAnswer>
  channels(callId: string, channels: Channels): Promise<CommandAnswer>
  stillHere(callId: string): Promise<CommandAnswer>
  leave(callId: string): Promise<CommandAnswer>
  farewell(callId: string): Promise<CommandAnswer>
}

/** The commands of one page of a totem, fenced by its epoch. */
export function callCommands(slug: string, epoch: number): CallCommands {
  const ofCall = <Value>(callId: string, verb: string, more: object = {}) =>
    sendCommand<Value>(totemUrl(`/api/calls/${callId}/${verb}`, slug), { epoch, ...more })
  return {
    place: (service, channels, needs, key, signal) =>
      sendCommand(
        totemUrl('/api/calls', slug),
        { epoch, service, needs: { skills: [], ...needs }, channels },
        { key, signal },
      ),
    join: (callId) => ofCall(callId, 'join'),
    joined: (callId) => ofCall(callId, 'joined'),
    receives: (callId, channels) => ofCall(callId, 'receives', { channels }),
    receivesSecond: (callId, offerId, channels) => ofCall(callId, `receives/${offerId}`, { channels }),
    channels: (callId, channels) => ofCall(callId, 'channels', { channels }),
    stillHere: (callId) => ofCall(callId, 'still-here'),
    leave: (callId) => ofCall(callId, 'leave'),
    farewell: (callId) => ofCall(callId, 'farewell'),
  }
}
