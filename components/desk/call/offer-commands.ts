import { createLatestReport } from '@/components/call/latest-report.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { type CommandAnswer, sendCommand } from '@/lib/events/send-command.ts'
import { type Channels, NO_CHANNELS } from '@/lib/switchboard/board.ts'
import type { DialOutcome } from '@/lib/switchboard/events.ts'
import type { GuestKind } from '@/lib/switchboard/guests.ts'
import type { GuestId, OfferId, OperatorId, PageEpoch } from '@/lib/switchboard/ids.ts'
import type { Showing, Ticking } from '@/lib/switchboard/stage.ts'
import type { TransferTarget } from '@/lib/switchboard/transfer.ts'

/** What one desk page says about one offer. */
export interface OfferCommands {
  id: OfferId
  ticket: () => Promise<RoomTicket>
  /** To the room in which the two operators consult. */
  consultTicket: () => Promise<RoomTicket>
  joined: () => void
  receives: (channels: Channels) => void
  sends: (channels: Channels) => void
  answer: () => Promise<CommandAnswer>
  decline: () => Promise<CommandAnswer>
  hangUp: () => Promise<CommandAnswer>
  hold: () => Promise<CommandAnswer>
  resume: () => Promise<CommandAnswer>
  /** A link for one person, told to the visitor under this name. */
  invite: (as: GuestKind, name: string) => Promise<CommandAnswer<{ link: string }>>
  admitGuest: (guest: GuestId) => Promise<CommandAnswer>
  dismissGuest: (guest: GuestId) => Promise<CommandAnswer>
  transfer: (to: TransferTarget, note: string) => Promise<CommandAnswer>
  consult: (to: OperatorId, note: string) => Promise<CommandAnswer>
  /** "Passa la chiamata": the colleague who was asked takes it over. */
  complete: () => Promise<CommandAnswer>
  /** "Parlate in tre". */
  merge: () => Promise<CommandAnswer>
  /** "Torna dal cittadino": without the colleague. */
  giveUpConsult: () => Promise<CommandAnswer>
  /** What came of dialling a callback's number. */
  dialled: (outcome: DialOutcome) => Promise<CommandAnswer>
  /** Puts something up for both ends; null takes it down. */
  show: (showing: Showing | null) => Promise<CommandAnswer>
  tick: (ticking: Ticking) => Promise<CommandAnswer>
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
    async consultTicket() {
      const answer = await post<RoomTicket>('join-consult')
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
    hold: () => post('hold'),
    resume: () => post('resume'),
    invite: (as, name) => post('guests', { as, name }),
    admitGuest: (guest) => post(`guests/${guest}/admit`),
    dismissGuest: (guest) => post(`guests/${guest}/dismiss`),
    transfer: (to, note) => post('transfer', { to, note }),
    consult: (to, note) => post('consult', { to, note }),
    complete: () => post('complete'),
    merge: () => post('merge'),
    giveUpConsult: () => post('return'),
    dialled: (outcome) => post('dialled', { outcome }),
    show: (showing) => post('stage', { showing }),
    tick: (ticking) => post('ticks', ticking),
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
