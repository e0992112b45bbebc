'use client'

import { DoorOpen, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import type { DeskView, GuestAtDesk } from '@/lib/switchboard/views.ts'
import type { Received } from '../../session/server-time.ts'
import { useServerTime } from '../../session/use-server-time.ts'
import type { OfferCommands } from '../offer-commands.ts'
import { useDeskCommand } from '../use-desk-command.ts'
import { guestRefusalWords } from './guest-refusal.ts'

interface GuestListProps {
  guests: readonly GuestAtDesk[]
  offer: OfferCommands
  received: Received<DeskView>
}

/** Everybody invited: who is still expected, who waits at the door, who is inside. */
export function GuestList({ guests, offer, received }: GuestListProps) {
  const words = useTranslations('desk.guests')
  if (guests.length === 0) return null
  return (
    <section aria-label={words('list')} className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {guests.map((guest) => (
          <GuestLine key={guest.id} guest={guest} offer={offer} received={received} />
        ))}
      </ul>
    </section>
  )
}

interface GuestLineProps extends Pick<GuestListProps, 'offer' | 'received'> {
  guest: GuestAtDesk
}

/**
 * One of them, with a command of their own: whoever else is being let in holds nobody up. Has its words for a name:
 * whoever has let a guest in goes on from here, and hears that they are inside.
 */
function GuestLine({ guest, offer, received }: GuestLineProps) {
  const words = useTranslations('desk.guests')
  const command = useDeskCommand()
  const id = useId()
  const isAtDoor = guest.state === 'at_door'
  return (
    <li
      aria-labelledby={id}
      className={`flex flex-wrap items-center gap-3 rounded-desk-sm border px-4 py-2 ${isAtDoor ? 'border-sun bg-sun/30' : 'border-line bg-card'}`}
    >
      {isAtDoor ? (
        <DoorOpen aria-hidden="true" size={20} />
      ) : (
        <UserRound aria-hidden="true" size={20} className="text-ink-2" />
      )}
      <p id={id} role={isAtDoor ? 'alert' : undefined} className="min-w-0 flex-1">
        <span className="font-semibold">{guest.name}</span>{' '}
        <span className="text-ink-2">{words(`kinds.${guest.as}`)}</span>{' '}
        <span className="block text-sm text-ink-2">
          <GuestState guest={guest} received={received} />
        </span>
      </p>
      {isAtDoor ? (
        <Button tone="go" size="small" onClick={() => command.send(() => offer.admitGuest(guest.id))}>
          {words('admit')}
        </Button>
      ) : null}
      <Button size="small" onClick={() => command.send(() => offer.dismissGuest(guest.id))}>
        {words(`dismiss.${guest.state}`)}
      </Button>
      {command.refusal ? (
        <p role="alert" className="w-full text-sm font-semibold text-red">
          {words(`refusals.${guestRefusalWords(command.refusal)}`)}
        </p>
      ) : null}
    </li>
  )
}

function GuestState({ guest, received }: { guest: GuestAtDesk; received: Received<DeskView> }) {
  const words = useTranslations('desk.guests.state')
  const now = useServerTime(received, 1_000)
  return guest.until === null
    ? words(guest.state)
    : words('invitedFor', { time: clockText(Math.max(0, guest.until - now)) })
}
