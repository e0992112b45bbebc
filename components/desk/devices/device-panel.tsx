'use client'

import { CircleAlert, CircleCheck, Mic, Network, Video, VideoOff, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { LevelMeter } from '@/components/ui/level-meter.tsx'
import { useLatest } from '@/components/ui/use-latest.ts'
import { channelsOf, type NetworkProbe, type Probe } from './device-check.ts'
import { DeviceChoices } from './device-choices.tsx'
import { playTestTone } from './play-test-tone.ts'
import { probePicture } from './probe-picture.ts'
import { probeSound } from './probe-sound.ts'
import type { DeviceCheckControl } from './use-device-check.ts'

/** The check under way: the own picture, the microphone's level, and what to do about trouble. */
export function DevicePanel({ control }: { control: DeviceCheckControl }) {
  const words = useTranslations('desk.check')
  const { check, trial, chosen } = control
  const picture = probeOf(check, 'picture')
  const sound = probeOf(check, 'sound')
  const network = check.kind === 'trying' || check.kind === 'passed' ? check.network : 'waiting'
  const isTrouble =
    network === 'blocked' ||
    network === 'unreachable' ||
    [picture, sound].some(({ kind }) => kind === 'unavailable' || kind === 'doubtful')
  return (
    <section
      aria-labelledby="check-title"
      className="@container mx-auto w-full max-w-3xl rounded-desk-lg border border-line bg-card p-8"
    >
      <h1 id="check-title" className="text-2xl font-bold">
        {words('title')}
      </h1>
      <p aria-live="polite" className="mt-1 text-ink-2">
        {words(leadOf(control, isTrouble))}
      </p>
      <div className="mt-5 grid gap-x-6 gap-y-4 @lg:grid-cols-[3fr_2fr]">
        <Preview track={trial?.picture ?? null} label={words('preview')} onProbe={control.probed} />
        <div className="flex flex-col gap-4">
          <Finding
            icon={<Video aria-hidden="true" size={20} />}
            probe={picture}
            text={words(`picture.${keyOf(picture)}`)}
          />
          <Finding
            icon={<Mic aria-hidden="true" size={20} />}
            probe={sound}
            text={words(`sound.${keyOf(sound)}`)}
          />
          <Level track={trial?.sound ?? null} label={words('level')} onProbe={control.probed} />
          <Button
            size="small"
            onClick={() => {
              control.stay()
              void playTestTone(chosen.speaker)
            }}
          >
            <Volume2 aria-hidden="true" size={18} />
            {words('testTone')}
          </Button>
        </div>
        <div className="@lg:col-span-2">
          <Finding
            icon={<Network aria-hidden="true" size={20} />}
            probe={NETWORK_PROBES[network]}
            text={words(`network.${network}`)}
          />
        </div>
      </div>
      {check.kind === 'trying' && isTrouble ? (
        <NextSteps control={control} picture={picture} sound={sound} />
      ) : null}
      <DeviceChoices
        devices={trial?.devices ?? []}
        chosen={chosen}
        onChoose={control.choose}
        onFocus={control.stay}
        className="mt-6 grid gap-4 @lg:grid-cols-2"
      />
      {check.kind === 'passed' && control.stays ? (
        <div className="mt-6">
          <Button tone="main" onClick={control.close}>
            {words('done')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function leadOf({ check, stays }: DeviceCheckControl, isTrouble: boolean) {
  if (check.kind === 'opening') return 'opening'
  if (check.kind === 'passed') return stays ? 'passedStays' : 'passed'
  return isTrouble ? 'trouble' : 'trying'
}

const WAITING: Probe = { kind: 'waiting' }

/** For the marks beside the words. */
const NETWORK_PROBES: Readonly<Record<NetworkProbe, Probe>> = {
  waiting: WAITING,
  udp: { kind: 'good' },
  tcp: { kind: 'good' },
  tls: { kind: 'good' },
  blocked: { kind: 'doubtful' },
  unreachable: { kind: 'doubtful' },
}

function probeOf(check: DeviceCheckControl['check'], device: 'picture' | 'sound'): Probe {
  if (check.kind === 'trying') return check[device]
  if (check.kind === 'passed' && check.channels[device]) return { kind: 'good' }
  return WAITING
}

const keyOf = (probe: Probe) => (probe.kind === 'unavailable' ? probe.why : probe.kind)

function Finding({ icon, probe, text }: { icon: ReactNode; probe: Probe; text: string }) {
  const isTrouble = probe.kind === 'unavailable' || probe.kind === 'doubtful'
  return (
    <p role={isTrouble ? 'alert' : undefined} className="flex gap-3">
      <span className="mt-0.5 shrink-0 text-ink-2">{icon}</span>
      <span className={isTrouble ? 'font-semibold' : ''}>{text}</span>
      <span className="mt-0.5 ml-auto shrink-0">
        {probe.kind === 'good' ? <CircleCheck aria-hidden="true" size={20} className="text-green" /> : null}
        {isTrouble ? <CircleAlert aria-hidden="true" size={20} className="text-red" /> : null}
      </span>
    </p>
  )
}

interface TriedProps {
  track: MediaStreamTrack | null
  label: string
  onProbe: DeviceCheckControl['probed']
}

function Preview({ track, label, onProbe }: TriedProps) {
  const video = useRef<HTMLVideoElement>(null)
  const report = useLatest(onProbe)
  useEffect(() => {
    const element = video.current
    if (!element || !track) return
    element.srcObject = new MediaStream([track])
    const stop = probePicture(element, (isSeen) => report.current('picture', isSeen))
    return () => {
      stop()
      element.srcObject = null
    }
  }, [track, report])
  return (
    <div className="relative aspect-video w-40 self-start overflow-hidden rounded-desk bg-night @lg:w-full">
      <video
        ref={video}
        aria-label={label}
        autoPlay
        muted
        playsInline
        className="size-full -scale-x-100 object-cover"
      />
      {track ? null : (
        <span className="absolute inset-0 flex items-center justify-center text-night-ink-2">
          <VideoOff aria-hidden="true" size={40} strokeWidth={1.5} />
        </span>
      )}
    </div>
  )
}

function Level({ track, label, onProbe }: TriedProps) {
  const [level, setLevel] = useState(0)
  const report = useLatest(onProbe)
  useEffect(() => {
    if (!track) return
    const stop = probeSound(track, {
      onLevel: setLevel,
      onProbe: (isHeard) => report.current('sound', isHeard),
    })
    return () => {
      stop()
      setLevel(0)
    }
  }, [track, report])
  return <LevelMeter level={level} label={label} />
}

/** What the person can do when the check does not pass by itself. */
function NextSteps({
  control,
  picture,
  sound,
}: {
  control: DeviceCheckControl
  picture: Probe
  sound: Probe
}) {
  const words = useTranslations('desk.check')
  const channels = channelsOf(picture, sound)
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <Button tone="main" onClick={() => control.start({ stay: control.stays })}>
        {words('tryAgain')}
      </Button>
      {channels ? <Button onClick={control.accept}>{words(goOnKey(channels))}</Button> : null}
      <Button onClick={control.close}>{words('close')}</Button>
    </div>
  )
}

function goOnKey(channels: { picture: boolean; sound: boolean }) {
  if (!channels.picture) return 'goOnSoundOnly'
  return channels.sound ? 'goOnAnyway' : 'goOnPictureOnly'
}
