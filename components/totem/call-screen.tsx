import type { ReactNode } from 'react'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { CallControls } from './call-controls.tsx'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { LivePhase } from './screen.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { fill, type Words } from './words.ts'

interface CallScreenProps {
  words: Words
  phase: LivePhase
  media: CallMedia
  mediaState: CallMediaState
  /** The server has not been heard for a moment. */
  isLinkDown: boolean
  onEnd: () => void
}

/** The talk: the operator's face, who it is and what they get of us, three keys. */
export function CallScreen({ words, phase, media, mediaState, isLinkDown, onEnd }: CallScreenProps) {
  const say = words.call
  const { displayName: name, officeName } = phase.operator
  const trouble = troubleIn(phase, mediaState, isLinkDown, words)
  return (
    <div className="flex h-full flex-col bg-night text-white">
      <div className="relative min-h-0 flex-1 overflow-hidden bg-night-2">
        <RemoteVideo
          media={media}
          remote={mediaState.remote}
          label={say.operator}
          className={`absolute inset-0 ${trouble ? 'opacity-20' : ''}`}
        >
          {!trouble && <NoPicture phase={phase} mediaState={mediaState} words={words} />}
        </RemoteVideo>
        {trouble && <Notice icon={trouble.icon} title={trouble.title} text={trouble.text} />}
        <div className="absolute top-48 left-48 max-w-620 rounded-chip bg-night/85 px-36 py-22">
          <ScreenHeading className="text-lead font-bold">
            {officeName ? `${name}, ${officeName}` : name}
          </ScreenHeading>
          <p role="status" className="text-body text-night-ink-2">
            {trouble ? say.neither : whatTheyGet(mediaState, words)}
          </p>
        </div>
        <SelfView
          state={mediaState}
          label={say.you}
          className="absolute top-48 right-48 h-320 w-240 rounded-chip border-2 border-white/60 bg-night"
        >
          <span className="grid place-content-center gap-12 p-16 text-center text-small">
            <Icon name="video-off" className="mx-auto size-64" />
            {say.youOff}
          </span>
        </SelfView>
      </div>
      <div className="flex flex-col gap-28 px-48 pt-28 pb-40">
        <Notices mediaState={mediaState} words={words} />
        {mediaState.soundBlocked && (
          <Key tone="light" className="min-h-132 text-title" onClick={() => void media.resumeSound()}>
            <Icon name="volume-2" className="size-56" />
            {say.hear}
          </Key>
        )}
        <CallControls words={words} media={media} mediaState={mediaState} onEnd={onEnd} />
        <EmergencyNote words={words} className="justify-center" />
      </div>
    </div>
  )
}

/** What really leaves this page, in words. */
function whatTheyGet({ sending }: CallMediaState, words: Words): string {
  const say = words.call
  if (sending.sound) return sending.picture ? say.seesAndHears : say.hearsOnly
  return sending.picture ? say.seesOnly : say.neither
}

function troubleIn(phase: LivePhase, media: CallMediaState, isLinkDown: boolean, words: Words) {
  const say = words.call
  const icon = <Icon name="wifi-off" className="size-120" />
  if (phase.lost.desk !== null) {
    const text = fill(say.operatorLostText, { name: phase.operator.displayName })
    return { icon, title: say.reconnecting, text }
  }
  const isSelfAway =
    isLinkDown ||
    media.connection === 'reconnecting' ||
    media.connection === 'lost' ||
    phase.lost.totem !== null
  return isSelfAway ? { icon, title: say.reconnecting, text: say.reconnectingText } : null
}

/** In place of the operator's picture, while there is none. */
function NoPicture({
  phase,
  mediaState,
  words,
}: {
  phase: LivePhase
  mediaState: CallMediaState
  words: Words
}) {
  const say = words.call
  const name = phase.operator.displayName
  const icon = <Icon name="circle-user" className="size-240" stroke={1} />
  const isOff = !phase.operator.channels.picture || (phase.kind === 'in_call' && mediaState.remote !== null)
  return isOff ? (
    <Notice icon={icon} title={fill(say.pictureOff, { name })} text={say.pictureOffText} />
  ) : (
    <Notice icon={icon} title={fill(say.connecting, { name })} text={say.connectingText} />
  )
}

function Notice({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-20 px-96 pt-200 text-center">
      {icon}
      <p role="status" className="text-heading font-bold">
        {title}
        <span className="mt-16 block text-lead font-normal text-night-ink-2">{text}</span>
      </p>
    </div>
  )
}

/** Own devices that went away during the call. */
function Notices({ mediaState, words }: { mediaState: CallMediaState; words: Words }) {
  const { sound, picture } = mediaState.devices
  const lines = [
    sound.kind === 'unavailable' && sound.why === 'lost' && words.call.microphoneLost,
    picture.kind === 'unavailable' && picture.why === 'lost' && words.call.cameraLost,
  ].filter((line) => line !== false)
  return (
    <div role="status" className="flex flex-col gap-16 empty:hidden">
      {lines.map((line) => (
        <p key={line} className="flex items-center gap-24 rounded-chip bg-sun px-36 py-20 text-body text-ink">
          <Icon name="triangle-alert" className="size-48 shrink-0" />
          {line}
        </p>
      ))}
    </div>
  )
}
