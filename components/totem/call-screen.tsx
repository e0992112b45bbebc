import type { ReactNode } from 'react'
import type { CallMedia, Papers } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { useCallHealth } from '@/components/call/health/use-call-health.ts'
import type { CallHealth } from '@/components/call/health/watch-health.ts'
import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { useNamedPeople } from '@/components/call/text/use-named-people.ts'
import { useTextOpening } from '@/components/call/text/use-text-opening.ts'
import { useTextTalk } from '@/components/call/text/use-text-talk.ts'
import { useCurtain } from '@/components/call/use-curtain.ts'
import { useLasting } from '@/components/ui/use-lasting.ts'
import type { Needs } from '@/lib/switchboard/board.ts'
import { isSigned } from '@/lib/switchboard/is-signed.ts'
import type { GuestInCall } from '@/lib/switchboard/views.ts'
import { CallControls } from './call-controls.tsx'
import { healthNotices } from './health-notices.ts'
import { HoldNotice, heldAt } from './hold-notice.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { OthersInCall } from './others-in-call.tsx'
import { PaperShow } from './paper-show.tsx'
import { firstNameAtTotem, peopleAtTotem } from './people-in-call.ts'
import type { LivePhase } from './screen.ts'
import { isTextOnly } from './text/is-text-only.ts'
import { TextPanel } from './text/text-panel.tsx'
import { VolumeKeys } from './volume-keys.tsx'
import { WhoCard } from './who-card.tsx'
import { fill, type Words } from './words.ts'

interface CallScreenProps {
  words: Words
  /** Null while it still rings: made ready beneath the waiting screen, for nobody to see. */
  phase: LivePhase | null
  /** How the visitor wants to talk. */
  mode: Needs['mode']
  /** Whom the operator has let in. */
  guests: readonly GuestInCall[]
  media: CallMedia
  /** Null while the call's media is still being fetched. */
  papers: Papers | null
  mediaState: CallMediaState
  /** The server has not been heard for a moment. */
  isLinkDown: boolean
  /** The video service is away, as far as the server knows. */
  isRoomAway: boolean
  /** By the server's clock. */
  now: number
  /** What the operator shows; null: nothing, and their picture is large. `key`: another page has another. */
  stage: { key: string; drawn: ReactNode } | null
  /** Languages and modes, below everything. */
  dock: ReactNode
  onEnd: () => void
}

/** The talk: the operator's face, who it is and what they get of us, three keys. */
export function CallScreen({
  words,
  phase,
  mode,
  guests,
  media,
  papers,
  mediaState,
  isLinkDown,
  isRoomAway,
  now,
  stage,
  dock,
  onEnd,
}: CallScreenProps) {
  const say = words.call
  const curtain = useCurtain(media, 'behind')
  const health = useCallHealth(media, phase?.kind === 'in_call', isSigned(mode, guests))
  const isVideoAway = isRoomAway && mediaState.connection !== 'connected'
  const trouble = phase && troubleIn(phase, mediaState, isLinkDown, isVideoAway, words)
  const hold = phase && heldAt(phase)
  const text = useTextTalk(media.text)
  const [opening, setOpening] = useTextOpening(text, isTextOnly(mediaState), stage?.key ?? null)
  useNamedPeople(media.text, phase ? peopleAtTotem(phase, guests, words) : NOBODY)
  const nameOf = (identity: string | null) =>
    phase ? firstNameAtTotem(phase, guests, identity ?? mediaState.remote?.identity ?? null) : say.operator
  // Whoever neither hears nor speaks, or reads hands, misses nothing.
  const isForEars = phase?.kind === 'in_call' && !hold && mode === 'spoken' && !isSigned(mode, guests)
  const isVoiceOff = isForEars && mediaState.remote?.sound === false
  // The keyboard needs the room of everything but the operator's face and the keys of the call.
  const isTyping = opening === 'typing'
  const hasStage = stage !== null && !isTyping
  const isWritten = phase !== null && opening !== 'closed'
  return (
    <div
      ref={curtain}
      inert={!phase}
      data-split={hasStage || isWritten}
      data-stage={hasStage}
      data-typing={isTyping}
      className={`call bg-night text-white ${phase ? 'h-full' : 'invisible absolute inset-0'}`}
    >
      <div
        className={`call-face relative overflow-hidden bg-night-2 ${hasStage ? 'h-560 shrink-0' : 'min-h-360 flex-1'}`}
      >
        <RemoteVideo
          media={media}
          remote={mediaState.remote}
          label={largeName(phase, guests, mediaState, words)}
          className={`absolute inset-0 ${trouble ? 'opacity-20' : ''}`}
        >
          {phase && !trouble && !hold && (
            <NoPicture phase={phase} mediaState={mediaState} health={health} words={words} />
          )}
        </RemoteVideo>
        {phase && hold && !trouble && <HoldNotice words={words} phase={phase} hold={hold} now={now} />}
        {phase && (
          <OthersInCall words={words} phase={phase} guests={guests} media={media} mediaState={mediaState} />
        )}
        {trouble && <Notice icon={trouble.icon} title={trouble.title} text={trouble.text} />}
        {phase && (
          <WhoCard
            words={words}
            phase={phase}
            guests={guests}
            mediaState={mediaState}
            isCutOff={trouble !== null}
          />
        )}
        {/* The waiting screen shows the visitor to themselves already. */}
        {phase && (
          <SelfView
            state={mediaState}
            label={say.you}
            className="call-self absolute end-48 top-48 rounded-chip border-2 border-white/60 bg-night"
          >
            <span className="grid place-content-center gap-12 p-16 text-center text-small">
              <Icon name="video-off" className="mx-auto size-64" />
              {say.youOff}
            </span>
          </SelfView>
        )}
      </div>
      <div
        className={`call-side flex flex-col gap-28 px-48 pt-28 empty:hidden ${hasStage ? 'min-h-0 flex-1' : ''}`}
      >
        {hasStage && stage.drawn}
        {isWritten && <TextPanel words={words} talk={media.text} state={text} isTyping={isTyping} />}
      </div>
      <div className="call-keys flex flex-col gap-28 px-48 pt-28 pb-40">
        <Notices
          mediaState={mediaState}
          more={
            phase && !trouble
              ? [
                  isVoiceOff && fill(say.soundOff, { name: nameOf(null) }),
                  ...healthNotices(health, nameOf, words),
                ]
              : []
          }
          words={words}
        >
          {isForEars &&
            !trouble &&
            mediaState.remotes
              .slice(1)
              .filter(({ sound }) => !sound)
              .map(({ identity }) => (
                <OtherSoundOff key={identity} text={fill(say.soundOff, { name: nameOf(identity) })} />
              ))}
        </Notices>
        {phase && !isTyping && !trouble && !hold && (
          <VolumeKeys words={words} media={media} mediaState={mediaState} className="call-volume" />
        )}
        {mediaState.soundBlocked && (
          <Key tone="light" className="min-h-132 text-title" onClick={() => void media.resumeSound()}>
            <Icon name="volume-2" className="size-56" />
            {say.hear}
          </Key>
        )}
        {papers && phase && (
          <PaperShow
            words={words}
            paper={papers.own}
            canShow={mediaState.devices.picture.kind === 'open' && !isTyping && !hold}
            isHeld={hold !== null}
            isSmall={isTyping}
          />
        )}
        <CallControls
          words={words}
          media={media}
          mediaState={mediaState}
          opening={opening}
          covered={stage && isTyping ? fill(words.stage.shows, { name: nameOf(null) }) : null}
          onText={() => setOpening(isTyping ? (stage ? 'reading' : 'closed') : 'typing')}
          onEnd={onEnd}
        />
      </div>
      {/* Until then the totem's own is below. */}
      {phase && dock}
    </div>
  )
}

/** Whose picture is the large one: somebody who signs has it while they are there. */
function largeName(
  phase: LivePhase | null,
  guests: readonly GuestInCall[],
  { remote }: CallMediaState,
  words: Words,
): string {
  const guest = phase && guests.some(({ identity }) => identity === remote?.identity)
  const person =
    guest && peopleAtTotem(phase, guests, words).find(({ identity }) => identity === remote?.identity)
  return person ? person.name : words.call.operator
}

const NOBODY: readonly PersonInCall[] = []

function troubleIn(
  phase: LivePhase,
  media: CallMediaState,
  isLinkDown: boolean,
  isVideoAway: boolean,
  words: Words,
) {
  const say = words.call
  const icon = <Icon name="wifi-off" className="size-120" />
  const isOneThere = phase.kind === 'in_call' && phase.colleague !== null && !phase.colleague.isLost
  if (phase.lost.desk !== null && !isOneThere && !isVideoAway) {
    const text = fill(say.operatorLostText, { name: phase.operator.displayName })
    return { icon, title: say.reconnecting, text }
  }
  const isSelfAway =
    isVideoAway ||
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
  health,
  words,
}: {
  phase: LivePhase
  mediaState: CallMediaState
  health: CallHealth
  words: Words
}) {
  const say = words.call
  const successor = phase.kind === 'in_call' && phase.colleague?.aim === 'take_over' ? phase.colleague : null
  const { displayName: name, channels } = (successor ?? phase).operator
  const icon = <Icon name="circle-user" className="size-240" stroke={1} />
  // Whoever has a bad network is sent no picture either.
  const rests = health.theirs.isSoundFirst || (health.own.isSoundFirst && channels.picture)
  if (rests && mediaState.remote) {
    const { pictureRests, pictureRestsText } = say.health
    return <Notice icon={icon} title={pictureRests} text={pictureRestsText} />
  }
  const isOff = !channels.picture || (phase.kind === 'in_call' && !successor && mediaState.remote !== null)
  if (isOff) return <Notice icon={icon} title={fill(say.pictureOff, { name })} text={say.pictureOffText} />
  if (successor) {
    const text = fill(say.handOver.text, { from: phase.operator.displayName })
    return <Notice icon={icon} title={fill(say.handOver.title, { name })} text={text} />
  }
  return <Notice icon={icon} title={fill(say.connecting, { name })} text={say.connectingText} />
}

function Notice({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <div className="call-says absolute inset-0 grid place-content-center justify-items-center gap-20 px-96 pt-200 text-center">
      {icon}
      <p role="status" className="text-heading font-bold">
        {title}
        <span className="mt-16 block text-lead font-normal text-night-ink-2">{text}</span>
      </p>
    </div>
  )
}

/** Own devices that went away during the call, and what else is not well. */
function Notices({
  mediaState,
  more,
  words,
  children,
}: {
  mediaState: CallMediaState
  more: readonly (string | false)[]
  words: Words
  children: ReactNode
}) {
  const { sound, picture } = mediaState.devices
  const lines = [
    sound.kind === 'unavailable' && sound.why === 'lost' && words.call.microphoneLost,
    picture.kind === 'unavailable' && picture.why === 'lost' && words.call.cameraLost,
    ...more,
  ].filter((line) => line !== false)
  return (
    <div role="status" className="flex flex-col gap-16 empty:hidden">
      {lines.map((line) => (
        <NoticeLine key={line} text={line} />
      ))}
      {children}
    </div>
  )
}

const NoticeLine = ({ text }: { text: string }) => (
  <p className="flex items-center gap-24 rounded-chip bg-sun px-36 py-20 text-body text-ink">
    <Icon name="triangle-alert" className="size-48 shrink-0" />
    {text}
  </p>
)

/** Whoever has just come in beside the large person needs a moment to be heard. */
function OtherSoundOff({ text }: { text: string }) {
  return useLasting(true, SOUND_WITHIN_MS) ? <NoticeLine text={text} /> : null
}

const SOUND_WITHIN_MS = 4_000
