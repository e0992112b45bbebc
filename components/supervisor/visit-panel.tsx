'use client'

import {
  Ear,
  Keyboard,
  LogOut,
  MessageSquareText,
  Mic,
  MicOff,
  User,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { cutOff } from '@/components/call/cut-off.ts'
import { HealthNotices } from '@/components/call/health/health-notices.tsx'
import { useCallHealth } from '@/components/call/health/use-call-health.ts'
import type { CallHealth } from '@/components/call/health/watch-health.ts'
import { besidesLarge, type PersonInCall, RemoteTile } from '@/components/call/remote-tile.tsx'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { SpeakingOrder } from '@/components/call/speaking-order.tsx'
import { useNamedPeople } from '@/components/call/text/use-named-people.ts'
import { useTextOpening } from '@/components/call/text/use-text-opening.ts'
import { useTextTalk } from '@/components/call/text/use-text-talk.ts'
import { Button } from '@/components/ui/button.tsx'
import { NoFace } from '@/components/ui/no-face.tsx'
import type { Visit, VisitedCall } from './use-visit.ts'
import { VisitText } from './visit-text.tsx'
import { whatTheyGet } from './what-they-get.ts'

/** The call that this supervisor is in, if any. */
export const VisitPanel = ({ visit }: { visit: Visit }) =>
  visit.call && <Visited key={visit.call.id} visit={visit} call={visit.call} />

/**
 * What the supervisor sees of the call, what is known of them, and the way out. It was asked for just now, by a key
 * that is gone, and takes the focus.
 */
function Visited({ visit, call }: { visit: Visit; call: VisitedCall }) {
  const words = useTranslations('supervisor.visit')
  const statusId = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const { media, state } = visit
  const isThird = call.as === 'third'
  const people = peopleIn(call, words('visitor'))
  const text = useTextTalk(media.text)
  const [opening, setOpening] = useTextOpening(text, false, null)
  useNamedPeople(media.text, people)
  const health = useCallHealth(media, !call.isOnHold, call.isSigned, true)
  const isTextOpen = opening !== 'closed'
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={words('title')}
      aria-describedby={statusId}
      className="flex flex-col gap-3 rounded-desk-lg border border-line bg-card p-4"
    >
      <p id={statusId} role="status" className="flex items-center gap-3 font-semibold">
        {isThird ? (
          <Users aria-hidden="true" size={22} className="shrink-0" />
        ) : (
          <Ear aria-hidden="true" size={22} className="shrink-0" />
        )}
        {words(isThird ? 'asThird' : 'asListener', { totem: call.totemName })}
        {isThird ? ` ${words(whatTheyGet(state))}` : ''}
      </p>
      <div className="flex h-[30rem] gap-3">
        <div className="relative min-w-0 flex-1 overflow-hidden rounded-desk-lg bg-night text-white">
          <RemoteVideo
            media={media}
            remote={state.remote}
            label={words('visitor')}
            className="absolute inset-0"
          >
            <div className="flex h-full flex-col items-center justify-center gap-3 text-night-ink-2">
              <User aria-hidden="true" size={80} strokeWidth={1} />
              {state.remote ? null : <p>{words(call.isOnHold ? 'onHold' : 'opening')}</p>}
            </div>
          </RemoteVideo>
          <HowItDoes call={call} people={people} state={state} health={health} />
          <div className="absolute top-4 right-4 flex w-44 flex-col gap-3">
            {besidesLarge(people, state.remotes).map((person) => (
              <RemoteTile
                key={person.identity}
                media={media}
                person={person}
                remotes={state.remotes}
                className="aspect-video rounded-desk border-2 border-white/70 bg-night-2 text-sm"
              >
                <NoFace />
              </RemoteTile>
            ))}
            {isThird ? (
              <SelfView
                state={state}
                label={words('self')}
                className="aspect-video rounded-desk border-2 border-white/70 bg-night-2"
              >
                <span className="flex items-center justify-center gap-2 text-sm text-night-ink-2">
                  <VideoOff aria-hidden="true" size={18} />
                  {words('self')}
                </span>
              </SelfView>
            ) : null}
          </div>
        </div>
        {isTextOpen ? (
          <VisitText talk={media.text} state={text} mayWrite={isThird} isOnHold={call.isOnHold} />
        ) : null}
      </div>
      <SpeakingOrder label={words('order')} people={people} remotes={state.remotes} tones={ORDER_TONES} />
      <div className="flex flex-wrap gap-3">
        {isThird ? <OwnKeys visit={visit} /> : null}
        <Button aria-expanded={isTextOpen} onClick={() => setOpening(isTextOpen ? 'closed' : 'reading')}>
          {isThird ? (
            <Keyboard aria-hidden="true" size={20} />
          ) : (
            <MessageSquareText aria-hidden="true" size={20} />
          )}
          {words(isTextOpen ? 'text.close' : isThird ? 'text.write' : 'text.read')}
        </Button>
        {state.soundBlocked ? (
          <Button onClick={() => void media.resumeSound()}>{words('playSound')}</Button>
        ) : null}
        {isThird ? null : (
          <Button onClick={() => visit.enter(call.id)}>
            <Video aria-hidden="true" size={20} />
            {words('enter')}
          </Button>
        )}
        <div className="ml-auto">
          <Button tone="stop" onClick={() => void visit.leave()}>
            <LogOut aria-hidden="true" size={20} />
            {words('leave')}
          </Button>
        </div>
      </div>
    </section>
  )
}

const ORDER_TONES = { label: 'text-ink-2', name: 'text-ink', mark: 'text-green' }

interface HowItDoesProps {
  call: VisitedCall
  people: readonly PersonInCall[]
  state: Visit['state']
  health: CallHealth
}

/** What has become of the way to the call, and while it is there how the talk does. */
function HowItDoes({ call, people, state, health }: HowItDoesProps) {
  const words = useTranslations('supervisor.visit')
  const healthWords = useTranslations('supervisor.visit.health')
  const cut = cutOff(state.connection, call.room)
  const large = people.find(({ identity }) => identity === state.remote?.identity)
  return (
    <div className="absolute top-4 left-4 flex max-w-[60%] flex-col items-start gap-2">
      <p role="status" className="rounded-desk-sm bg-sun px-4 py-2 font-semibold text-ink empty:sr-only">
        {cut ? words(`cutOff.${cut}`) : ''}
      </p>
      {cut ? null : (
        <HealthNotices
          health={health}
          people={people}
          large={large?.name ?? words('visitor')}
          words={healthWords}
        />
      )}
    </div>
  )
}

/** The visitor first, as the media plan shows them; nobody while they hold. */
const peopleIn = (
  { visitorIdentity, operators, guests, isOnHold }: VisitedCall,
  visitor: string,
): PersonInCall[] =>
  isOnHold
    ? []
    : [
        { identity: visitorIdentity, name: visitor },
        ...operators.map(({ identity, displayName }) => ({ identity, name: displayName })),
        ...guests.map(({ identity, name }) => ({ identity, name })),
      ]

function OwnKeys({ visit: { media, state } }: { visit: Visit }) {
  const words = useTranslations('supervisor.visit')
  const { sound, picture } = state.userMuted
  return (
    <>
      <Button onClick={() => media.setUserMuted({ sound: !sound })}>
        {sound ? <MicOff aria-hidden="true" size={20} /> : <Mic aria-hidden="true" size={20} />}
        {words(sound ? 'unmute' : 'mute')}
      </Button>
      <Button onClick={() => media.setUserMuted({ picture: !picture })}>
        {picture ? <VideoOff aria-hidden="true" size={20} /> : <Video aria-hidden="true" size={20} />}
        {words(picture ? 'videoOn' : 'videoOff')}
      </Button>
    </>
  )
}
