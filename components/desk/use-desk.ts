'use client'

import { useEffect, useRef, useState } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { type DeskPageMedia, useDeskCallMedia } from '@/components/call/use-call-media.ts'
import { useLatest } from '@/components/ui/use-latest.ts'
import { type CommandAnswer, sendCommand } from '@/lib/events/send-command.ts'
import { subscribeView } from '@/lib/events/subscribe-view.ts'
import { type Channels, NO_CHANNELS } from '@/lib/switchboard/board.ts'
import type { OfferId, OperatorId } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { withAnswer } from './call/answered-view.ts'
import { type OfferCommands, offerCommands } from './call/offer-commands.ts'
import { readChosenDevices } from './devices/chosen-devices.ts'
import { isSettled } from './devices/is-settled.ts'
import { type UncheckedBecause, uncheckedBecause } from './devices/unchecked-because.ts'
import { engagementOf, isRung, mediaOfferOf } from './offer-of.ts'
import { NO_LONGER_THEIRS } from './session/desk-session.ts'
import type { Received } from './session/server-time.ts'
import { type DeskSessionControl, useDeskSession } from './session/use-desk-session.ts'

/** The desk as its screens see it: what the server says, the media of this page, and what can be asked. */
export interface Desk {
  control: DeskSessionControl
  /** The newest view, an answer of ours counted in; null until the first one. */
  received: Received<DeskView> | null
  /** The stream is gone and being opened again. */
  isDown: boolean
  uncheckedBecause: UncheckedBecause | null
  media: WholeCallMedia
  mediaState: CallMediaState
  /** The room in which this desk talks to a colleague alone, where it does. */
  consult: DeskPageMedia['consult']
  /** Commands of the offer in hand; null without one. */
  offer: OfferCommands | null
  /** Answers the ringing offer: the microphone opens on the server's yes and never before. */
  answer: (offer: OfferCommands) => Promise<CommandAnswer>
  /** A ticket to an empty room, to try the way to the media server; null: none to be had now. */
  networkTrial: () => Promise<RoomTicket | null>
  /** Any other command of this desk page. */
  send: (path: string, body?: object) => Promise<CommandAnswer>
}

interface Feed {
  received: Received<DeskView> | null
  isDown: boolean
  uncheckedBecause: UncheckedBecause | null
}

const NO_FEED: Feed = { received: null, isDown: false, uncheckedBecause: null }

/** Once per page: opens the desk, follows its view and keeps the media as the view says. */
export function useDesk(operator: OperatorId): Desk {
  // A page that cannot prove it is the one from before may sit at another computer.
  const mayHaveOtherDevices = useRef(false)
  const control = useDeskSession(operator, ({ isReload, epoch: opened }) => {
    mayHaveOtherDevices.current = !isReload
    if (!isReload) void sendCommand('/api/desk/devices', { epoch: opened, channels: null })
  })
  const { session } = control
  const epoch = session.kind === 'open' ? session.epoch : null
  const [feed, setFeed] = useState<Feed>(NO_FEED)
  const [answered, setAnswered] = useState<OfferId | null>(null)
  const [offer, setOffer] = useState<OfferCommands | null>(null)
  // What the stream's handlers need at once, before React paints.
  const now = useRef<{ view: DeskView | null; answered: OfferId | null; offer: OfferCommands | null }>({
    view: null,
    answered: null,
    offer: null,
  })
  const lifted = useLatest(control)

  const call = useDeskCallMedia(
    {
      chosenDevices: readChosenDevices,
      fetchToken: async (room) => {
        const current = now.current.offer
        const planned = now.current.view && mediaOfferOf(now.current.view)
        if (!current || planned?.identity !== room.identity) throw new Error('no offer for this room')
        return current.ticket()
      },
      onJoined: () => now.current.offer?.joined(),
    },
    {
      fetchToken: async () => {
        const current = now.current.offer
        if (!current) throw new Error('no offer for this room')
        return current.consultTicket()
      },
      // Whoever has the call is joined once they are with the visitor.
      onJoined: () => {
        const { view, offer: current } = now.current
        if (view && 'consult' in view.work) current?.joined()
      },
    },
  )
  const { media, onView: followView, onBeat: followBeat, state: mediaState, consult } = call

  useEffect(() => {
    if (epoch === null) return
    const onRefusal = (refusal: string) => {
      if (refusal === 'desk-replaced') lifted.current.onReplaced(epoch)
      if (NO_LONGER_THEIRS.has(refusal)) lifted.current.onSignedOut()
    }
    /** Makes the media what the newest view says, an answer of ours counted in. */
    const follow = () => {
      const { view, answered: ours } = now.current
      if (view) followView(withAnswer(view, ours))
    }
    let isTakenLater = false
    /** Takes up what the newest view offers: its devices, then its room. */
    const take = () => {
      isTakenLater = false
      const { view } = now.current
      if (view && engagementOf(view)?.hasMedia) {
        if (view.devices.kind === 'checked') void media.openDevices(view.devices.channels)
        // A talk that has begun goes on with what this computer has.
        else if (!isRung(view)) void media.openDevices()
      }
      follow()
    }
    const onView = (told: DeskView, receivedAt: number) => {
      if (told.devices.kind === 'unchecked' || engagementOf(told)) mayHaveOtherDevices.current = false
      const view = mayHaveOtherDevices.current ? withUncheckedDevices(told) : told
      const previous = now.current.view
      now.current.view = view
      const engaged = engagementOf(view)
      if (engaged?.id !== now.current.offer?.id) {
        // What the server takes this desk to send; a page before this one may have said less.
        const declared = engaged && isRung(view) ? engaged.channels : null
        now.current.offer = engaged && offerCommands(engaged.id, epoch, declared, onRefusal)
        setOffer(now.current.offer)
        // The ring is seen first: opening a camera and a room takes longer than a frame.
        isTakenLater = isRung(view)
        if (isTakenLater) setTimeout(take, AFTER_A_FRAME_MS)
        else take()
      } else if (!isTakenLater || !isRung(view)) {
        follow()
      }
      // A page that was loaded anew in a call keeps switched off what had been switched off before.
      if (!previous && engaged?.hasMedia && !isRung(view)) {
        media.muteUndeclared(engaged.channels)
      }
      media.afterPicture(() =>
        setFeed((before) => ({
          received: { view, receivedAt },
          isDown: false,
          uncheckedBecause: uncheckedBecause(before.uncheckedBecause, previous, view),
        })),
      )
      if (view.page === 'replaced') lifted.current.onReplaced(epoch)
    }
    const stop = subscribeView<DeskView>(`/api/desk/stream?epoch=${epoch}`, {
      onView,
      onBeat: () => {
        followBeat()
        setFeed((before) => (before.isDown ? { ...before, isDown: false } : before))
      },
      onDown: () => setFeed((before) => ({ ...before, isDown: true })),
    })
    return () => {
      stop()
      // Whatever this page was, it no longer is: nothing may be sent, shown or rung from an old view.
      if (now.current.view) followView({ ...now.current.view, page: 'replaced' })
      now.current = { view: null, answered: null, offer: null }
      setFeed(NO_FEED)
      setOffer(null)
      setAnswered(null)
    }
  }, [epoch, media, followView, followBeat, lifted])

  const isWithMedia = feed.received !== null && engagementOf(feed.received.view)?.hasMedia === true
  useReports(isWithMedia ? offer : null, feed, mediaState)

  const received = feed.received && {
    view: withAnswer(feed.received.view, answered),
    receivedAt: feed.received.receivedAt,
  }
  return {
    control,
    received,
    isDown: feed.isDown,
    uncheckedBecause: feed.uncheckedBecause,
    media,
    mediaState,
    consult,
    offer,
    async answer(ringing) {
      const answer = await ringing.answer()
      if (answer.ok && now.current.offer === ringing && now.current.view) {
        now.current.answered = ringing.id
        followView(withAnswer(now.current.view, ringing.id))
        media.afterPicture(() => setAnswered(ringing.id))
      }
      return answer
    },
    async networkTrial() {
      const answer = await sendCommand<RoomTicket>('/api/desk/network', { epoch })
      return answer.ok ? answer.value : null
    },
    async send(path, body = {}) {
      if (path === '/api/desk/devices') mayHaveOtherDevices.current = false
      const answer = await sendCommand(path, { epoch, ...body })
      if (!answer.ok && answer.refusal === 'desk-replaced' && epoch !== null) control.onReplaced(epoch)
      if (!answer.ok && NO_LONGER_THEIRS.has(answer.refusal)) control.onSignedOut()
      return answer
    },
  }
}

const AFTER_A_FRAME_MS = 32

/** Until the server's own view says so. */
const withUncheckedDevices = (view: DeskView): DeskView => ({ ...view, devices: { kind: 'unchecked' } })

/** Tells the server what arrives here and what can be sent from here, while there is an offer. */
function useReports(offer: OfferCommands | null, feed: Feed, state: CallMediaState) {
  const view = feed.received?.view
  const isAnswered = view !== undefined && WITH_THE_VISITOR.has(view.work.kind)
  const isKnown = view !== undefined && isSettled(state.devices, view.devices)
  const { channels } = state
  const receives = receivedOfVisitor(view, state)

  const { sound, picture, text } = receives
  useEffect(() => {
    if (offer && isAnswered) offer.receives({ sound, picture, text })
  }, [offer, isAnswered, sound, picture, text])

  useEffect(() => {
    if (offer && isKnown) offer.sends(channels)
  }, [offer, isKnown, channels])
}

/** What arrives of the visitor, whoever else is in the call: nobody else is asked about. */
function receivedOfVisitor(view: DeskView | undefined, { remotes }: CallMediaState): Channels {
  const visitor = view ? mediaOfferOf(view)?.visitorIdentity : undefined
  const theirs = remotes.find(({ identity }) => identity === visitor)
  return theirs?.receives ?? NO_CHANNELS
}

const WITH_THE_VISITOR: ReadonlySet<string> = new Set(['connecting', 'in_call', 'joining'])
