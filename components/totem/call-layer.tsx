import { useEffect } from 'react'
import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { TotemCall } from '@/lib/switchboard/views.ts'
import { CallDock } from './call-dock.tsx'
import { CallScreen } from './call-screen.tsx'
import { heldAt } from './hold-notice.tsx'
import type { LivePhase, Screen } from './screen.ts'
import { stageKey, TotemStage } from './stage/totem-stage.tsx'
import { useRingBack } from './use-ring-back.ts'
import type { Totem } from './use-totem.ts'
import type { Words } from './words.ts'

interface CallLayerProps {
  totem: Totem
  slug: string
  words: Words
  locale: Locale
  hasPrinter: boolean
  hardware: TotemHardware
  screen: Screen
  /** By the server's clock. */
  now: number
}

/** The call's screen, made ready beneath the waiting one while it rings: the first frame finds its place. */
export function CallLayer(props: CallLayerProps) {
  const { totem, slug, words, locale, hasPrinter, screen, now } = props
  useRingBack(screen)
  useUsualDevices(totem, props.hardware)
  const phase = screen.kind === 'call' ? screen.phase : null
  const isRinging = screen.kind === 'wait' && screen.call?.phase.kind === 'ringing'
  if (!phase && !isRinging) return null
  const shown = phase && shownTo(phase)
  const of = screen.kind === 'call' && totem.view && { slug, epoch: totem.view.epoch, callId: screen.call.id }
  const whole = totem.media.whole()
  return (
    <CallScreen
      words={words}
      phase={phase}
      mode={screen.kind === 'call' ? screen.call.mode : 'spoken'}
      guests={screen.kind === 'call' ? screen.call.guests : NO_GUESTS}
      media={totem.media}
      papers={whole?.papers ?? null}
      mediaState={totem.mediaState}
      isLinkDown={totem.link !== 'up'}
      isRoomAway={screen.kind === 'call' && screen.call.room.media === 'away'}
      now={now}
      stage={
        shown && of && phase && whole
          ? {
              key: stageKey(shown),
              drawn: (
                <TotemStage
                  words={words}
                  locale={locale}
                  shown={shown}
                  name={phase.operator.displayName}
                  of={of}
                  media={whole}
                  mediaState={totem.mediaState}
                  hasPrinter={hasPrinter}
                />
              ),
            }
          : null
      }
      dock={<CallDock words={words} locale={locale} state={totem.state} dispatch={totem.dispatch} />}
      onEnd={totem.leaveCall}
    />
  )
}

/** Not on hold; a page is there again with whoever takes over, and a screen is not, because its sharer has left the talk. */
function shownTo(phase: LivePhase) {
  if (phase.kind !== 'in_call' || heldAt(phase)) return null
  return phase.hold && phase.stage?.kind === 'screen' ? null : phase.stage
}

/** What this totem has been told to begin with, said to the media as soon as it is here. */
function useUsualDevices({ media }: Totem, { volumeDb, documentCamera }: TotemHardware) {
  const whole = media.whole()
  useEffect(() => {
    whole?.setUsualVolume(volumeDb)
    whole?.papers.own.nameCamera(documentCamera)
  }, [whole, volumeDb, documentCamera])
}

const NO_GUESTS: TotemCall['guests'] = []
