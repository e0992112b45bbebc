'use client'

import { Keyboard, LogOut, Mic, MicOff, User, Video, VideoOff, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cutOff } from '@/components/call/cut-off.ts'
import { HealthNotices } from '@/components/call/health/health-notices.tsx'
import { useCallHealth } from '@/components/call/health/use-call-health.ts'
import { besidesLarge, type PersonInCall, RemoteTile } from '@/components/call/remote-tile.tsx'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { SpeakingOrder } from '@/components/call/speaking-order.tsx'
import { useNamedPeople } from '@/components/call/text/use-named-people.ts'
import { useTextOpening } from '@/components/call/text/use-text-opening.ts'
import { useTextTalk } from '@/components/call/text/use-text-talk.ts'
import { Button } from '@/components/ui/button.tsx'
import { NoFace } from '@/components/ui/no-face.tsx'
import type { GuestStage } from '@/lib/switchboard/views.ts'
import { GuestText } from './guest-text.tsx'
import type { Guest } from './use-guest.ts'

type Admitted = Extract<GuestStage, { kind: 'admitted' }>

/** Inside: the visitor large, who else talks small, oneself smaller, and the way out. */
export function GuestCall({ guest, stage }: { guest: Guest; stage: Admitted }) {
  const words = useTranslations('guest.join')
  const { media, mediaState } = guest
  const { remote, remotes } = mediaState
  const people = peopleAtGuest(stage, words('visitor'))
  const text = useTextTalk(media.text)
  const [opening, setOpening] = useTextOpening(text, false, null)
  useNamedPeople(media.text, people)
  const isTextOpen = opening !== 'closed'
  const healthWords = useTranslations('guest.join.health')
  const isCutOff = guest.isLinkDown || cutOff(mediaState.connection, stage.room) !== null
  const notice = isCutOff
    ? words('reconnecting')
    : stage.talk !== 'on'
      ? words(`talk.${stage.talk}`)
      : remote === null
        ? words('connecting')
        : null
  const health = useCallHealth(media, stage.talk === 'on', stage.isSigned, !stage.isSigned)
  const large = people.find(({ identity }) => identity === remote?.identity) ?? people[0]
  return (
    <main className="flex h-dvh flex-col bg-night text-white">
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <div className="relative min-h-0 min-w-0 flex-1 overflow-hidden">
          <RemoteVideo
            media={media}
            remote={remote}
            label={large?.name ?? words('visitor')}
            className={`absolute inset-0 ${notice ? 'opacity-20' : ''}`}
          >
            <span className="flex h-full items-center justify-center text-night-ink-2">
              <User aria-hidden="true" size={96} strokeWidth={1} />
            </span>
          </RemoteVideo>
          <p
            role="status"
            className="absolute inset-0 grid place-content-center p-8 text-center text-2xl font-bold empty:sr-only"
          >
            {notice}
          </p>
          {/* Words above, small pictures below, and neither on the other: on a telephone there may be too little room. */}
          <div className="absolute inset-4 flex flex-col justify-between gap-3">
            <div className="flex min-h-0 flex-col items-start gap-2 overflow-y-auto md:max-w-[70%]">
              <WhoIsHere stage={stage} people={people} mediaState={mediaState} />
              {isCutOff ? null : (
                <HealthNotices
                  health={health}
                  people={people}
                  large={large?.name ?? ''}
                  words={healthWords}
                />
              )}
            </div>
            <div className="flex shrink-0 flex-wrap items-end justify-end gap-3">
              {besidesLarge(people, remotes).map((person) => (
                <RemoteTile
                  key={person.identity}
                  media={media}
                  person={person}
                  remotes={remotes}
                  className="aspect-video w-[30%] max-w-72 min-w-36 rounded-desk border-2 border-white/60 bg-night-2 text-base"
                >
                  <NoFace />
                </RemoteTile>
              ))}
              <SelfView
                state={mediaState}
                label={words('self')}
                className="aspect-video w-[22%] max-w-52 min-w-28 rounded-desk border-2 border-white/60 bg-night-2"
              >
                <span className="grid place-content-center p-2 text-center text-sm">
                  {words('noPicture')}
                </span>
              </SelfView>
            </div>
          </div>
        </div>
        {isTextOpen ? <GuestText talk={media.text} state={text} /> : null}
      </div>
      <Keys
        guest={guest}
        isTextOpen={isTextOpen}
        onText={() => setOpening(isTextOpen ? 'closed' : 'typing')}
      />
    </main>
  )
}

const ORDER_TONES = { label: 'text-night-ink-2', name: 'text-white', mark: 'text-green-lamp' }

/** Who talks, whose turn it was, and what they get of the guest. */
function WhoIsHere({
  stage,
  people,
  mediaState: { sending, remotes },
}: {
  stage: Admitted
  people: readonly PersonInCall[]
  mediaState: Guest['mediaState']
}) {
  const words = useTranslations('guest.join')
  return (
    <div className="rounded-desk bg-night/85 px-4 py-2">
      <h1 className="font-bold">{people.map(({ name }) => name).join(' · ') || words('nobody')}</h1>
      <p role="status" className="text-base text-night-ink-2">
        {words(whatTheyGet(sending))}
      </p>
      <SpeakingOrder label={words('order')} people={people} remotes={remotes} tones={ORDER_TONES} />
      {stage.supervisor?.as === 'listening' ? (
        <p className="flex items-center gap-2 text-base font-semibold text-sun">
          <Volume2 aria-hidden="true" size={18} />
          {words('listener', { name: stage.supervisor.displayName })}
        </p>
      ) : null}
    </div>
  )
}

interface KeysProps {
  guest: Guest
  isTextOpen: boolean
  onText: () => void
}

function Keys({ guest, isTextOpen, onText }: KeysProps) {
  const words = useTranslations('guest.join')
  const { media, mediaState } = guest
  const { userMuted } = mediaState
  return (
    <div className="flex flex-wrap items-center gap-3 p-4">
      {mediaState.soundBlocked ? (
        <Button tone="main" onClick={() => void media.resumeSound()}>
          <Volume2 aria-hidden="true" size={20} />
          {words('hear')}
        </Button>
      ) : null}
      <Button tone="onNight" onClick={() => media.setUserMuted({ sound: !userMuted.sound })}>
        {userMuted.sound ? <MicOff aria-hidden="true" size={20} /> : <Mic aria-hidden="true" size={20} />}
        {userMuted.sound ? words('unmute') : words('mute')}
      </Button>
      <Button tone="onNight" onClick={() => media.setUserMuted({ picture: !userMuted.picture })}>
        {userMuted.picture ? (
          <VideoOff aria-hidden="true" size={20} />
        ) : (
          <Video aria-hidden="true" size={20} />
        )}
        {userMuted.picture ? words('videoOn') : words('videoOff')}
      </Button>
      <Button tone="onNight" aria-expanded={isTextOpen} onClick={onText}>
        <Keyboard aria-hidden="true" size={20} />
        {words(isTextOpen ? 'text.close' : 'text.write')}
      </Button>
      <div className="ml-auto">
        <Button tone="stop" onClick={guest.leave}>
          <LogOut aria-hidden="true" size={20} />
          {words('leave')}
        </Button>
      </div>
    </div>
  )
}

/** Who talks, in the order of the media plan: the visitor first. */
function peopleAtGuest(
  { talk, visitorIdentity, operators, others, supervisor }: Admitted,
  visitor: string,
): PersonInCall[] {
  if (talk !== 'on') return []
  const third =
    supervisor?.as === 'third' ? [{ identity: supervisor.identity, name: supervisor.displayName }] : []
  return [
    { identity: visitorIdentity, name: visitor },
    ...operators.map(({ identity, displayName, officeName }) => ({
      identity,
      name: officeName ? `${displayName}, ${officeName}` : displayName,
    })),
    ...others,
    ...third,
  ]
}

/** What really leaves this page. */
function whatTheyGet({ sound, picture }: Guest['mediaState']['sending']) {
  if (sound) return picture ? 'seenAndHeard' : 'heardOnly'
  return picture ? 'seenOnly' : 'neither'
}
