'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { NetworkPath } from '@/components/call/probe-network.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { catchFocus } from '@/components/ui/kept-focus.ts'
import { Key } from '../key.tsx'
import type { Words } from '../words.ts'
import { watchLevel } from './watch-level.ts'

type Found = 'trying' | 'fine' | 'missing' | 'refused' | 'broken'
type Path = 'trying' | NetworkPath

interface DeviceTrialProps {
  words: Words
  onTicket: () => Promise<RoomTicket | null>
}

/** Camera, microphone, speaker and the way to the media server, tried at a touch and said in words. */
export function DeviceTrial({ words, onTicket }: DeviceTrialProps) {
  const say = words.staff
  const [isOn, setOn] = useState(false)
  if (!isOn) {
    return (
      <Key tone="paper" className="min-h-112" onClick={() => setOn(true)}>
        {say.tryDevices}
      </Key>
    )
  }
  return <Trial words={words} onTicket={onTicket} />
}

function Trial({ words, onTicket }: DeviceTrialProps) {
  const say = words.staff
  const camera = useTrack('video')
  const microphone = useTrack('audio')
  const level = useLevel(microphone.stream)
  const path = usePath(onTicket)
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = camera.stream
  }, [camera.stream])
  return (
    <section
      // In place of the key that began it.
      ref={catchFocus}
      tabIndex={-1}
      aria-label={say.devices}
      className="flex flex-col gap-16 text-body"
    >
      <h3 className="text-lead font-bold">{say.devices}</h3>
      <div className="flex items-center gap-28">
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          aria-label={say.camera}
          className="h-216 w-320 shrink-0 rounded-key bg-night object-cover"
        />
        <div role="status" className="min-w-0 flex-1">
          <p>
            {say.camera}: <strong>{say[camera.found]}</strong>
          </p>
          <p>
            {say.microphone}: <strong>{say[microphone.found]}</strong>
          </p>
          <p>
            {say.network}: <strong>{path === 'trying' ? say.trying : say[path]}</strong>
          </p>
        </div>
      </div>
      {microphone.found === 'fine' && (
        <p className="flex items-center gap-20">
          {say.speak}
          <meter aria-label={say.microphone} min={0} max={1} value={level} className="h-40 flex-1" />
        </p>
      )}
      <SpeakerKey words={words} />
    </section>
  )
}

function useTrack(kind: 'video' | 'audio') {
  const [state, setState] = useState<{ found: Found; stream: MediaStream | null }>({
    found: 'trying',
    stream: null,
  })
  useEffect(() => {
    let isMounted = true
    let opened: MediaStream | null = null
    const close = () => {
      for (const track of opened?.getTracks() ?? []) track.stop()
    }
    navigator.mediaDevices.getUserMedia({ [kind]: true }).then(
      (stream) => {
        opened = stream
        if (!isMounted) return close()
        setState({ found: 'fine', stream })
      },
      (error: unknown) => {
        if (isMounted) setState({ found: troubleOf(error), stream: null })
      },
    )
    return () => {
      isMounted = false
      close()
    }
  }, [kind])
  return state
}

const troubleOf = (error: unknown): Found => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  return name === 'NotAllowedError' ? 'refused' : 'broken'
}

function useLevel(stream: MediaStream | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => (stream ? watchLevel(stream, setLevel) : undefined), [stream])
  return level
}

function usePath(onTicket: () => Promise<RoomTicket | null>): Path {
  const [path, setPath] = useState<Path>('trying')
  const ticket = useEffectEvent(onTicket)
  useEffect(() => {
    let isMounted = true
    void import('@/components/call/probe-network.ts')
      .then(({ probeNetwork }) => probeNetwork(() => ticket()))
      .catch(() => 'unreachable' as const)
      .then((found) => isMounted && setPath(found))
    return () => {
      isMounted = false
    }
  }, [])
  return path
}

function SpeakerKey({ words }: { words: Words }) {
  return (
    <Key
      tone="paper"
      className="min-h-112"
      onClick={() => import('./play-tone.ts').then(({ playTone }) => playTone())}
    >
      {words.staff.tone}
    </Key>
  )
}
