import { createLatestReport } from '@/components/call/latest-report.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { type CommandAnswer, sendCommand } from '@/lib/events/send-command.ts'
import { type Channels, NO_CHANNELS } from '@/lib/switchboard/board.ts'
import type { DialOutcome } from '@/lib/switchboard/events.ts'
import type { OfferId, PageEpoch } from '@/lib/switchboard/ids.ts'

/** What one desk page says about one offer. */
export interface OfferCommands {
  id: OfferId
  ticket: () => Promise<RoomTicket>
  joined: () => void
  receives: (channels: Channels) => void
  sends: (channels: Channels) => void
  answer: () => Promise<CommandAnswer>
  decline: () => Promise<CommandAnswer>
  hangUp: () => Promise<CommandAnswer>
  /** What came of dialling a callback's number. */
  dialled: (outcome: DialOutcome) => Promise<CommandAnswer>
}

/**
 * @param declared what the server believes this desk sends; null: not known here, as after a reload
 * @param onRefusal hears of every "no", such as `desk-replaced`
 */
export function offerCommands(
  id: OfferId,
  epoch: PageEpoch,
  declared: Channels | null,
  onRefusal: (refusal: string) => void,
): OfferCommands {
  const post = async <Value>(command: string, more: object = {}): Promise<CommandAnswer<Value>> => {
    const answer = await sendCommand<Value>(`/api/offers/${id}/${command}`, { epoch, ...more })
    if (!answer.ok) onRefusal(answer.refusal)
    return answer
  }
  // A refusal is an answer too: the offer is over, and saying it again would change nothing.
  const hasArrived = (answer: CommandAnswer) => answer.ok || answer.refusal !== 'unreachable'
  const received = createLatestReport<Channels>(
    async (channels) => hasArrived(await post('receives', { channels })),
    isSameChannels,
  )
  const sent = createLatestReport<Channels>(
    async (channels) => hasArrived(await post('channels', { channels })),
    isSameChannels,
  )
  let hasReceived = false
  let hasDeclared = false
  let isEnding = false

  return {
    id,
    async ticket() {
      const answer = await post<RoomTicket>('join')
      if (!answer.ok) throw new Error(`no ticket: ${answer.refusal}`)
      return answer.value
    },
    joined: () => void post('joined'),
    receives(channels) {
      // Nothing yet is what the server believes already: no message in the moment that counts.
      if (!hasReceived && isSameChannels(channels, NO_CHANNELS)) return
      hasReceived = true
      received.report(channels)
    },
    sends(channels) {
      // Falling silent is part of ending, not something to tell the totem about.
      if (isEnding) return
      // What the check declared stands until it changes.
      if (!hasDeclared && declared && isSameChannels(declared, channels)) return
      hasDeclared = true
      sent.report(channels)
    },
    answer: () => post('answer'),
    decline: () => post('decline'),
    dialled: (outcome) => post('dialled', { outcome }),
    async hangUp() {
      isEnding = true
      const answer = await post('hang-up')
      isEnding = answer.ok
      return answer
    },
  }
}

const isSameChannels = (one: Channels, other: Channels): boolean =>
  one.sound === other.sound && one.picture === other.picture && one.text === other.text
