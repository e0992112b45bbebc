'use client'

import { type ReactNode, useMemo } from 'react'
import type { CallMedia } from './call-media.ts'
import type { RemoteEnd } from './call-media-state.ts'
import { RemoteVideo } from './remote-video.tsx'
import { SpeakingMark } from './speaking-mark.tsx'

/** One of those in the call who is not in the large picture: their face, their name, and whether they speak now. */
export function RemoteTile({ media, person, remotes, children, className }: RemoteTileProps) {
  const { identity, name } = person
  const here = useMemo(
    () => ({ attachRemote: (element: HTMLVideoElement) => media.attachOther(identity, element) }),
    [media, identity],
  )
  const remote = remotes.find((one) => one.identity === identity) ?? null
  return (
    <figure className={`relative m-0 overflow-hidden ${className ?? ''}`}>
      <RemoteVideo media={here} remote={remote} label={name} className="absolute inset-0">
        {children}
      </RemoteVideo>
      <figcaption className="absolute inset-x-0 bottom-0 flex items-center gap-[0.4em] bg-night/85 px-[0.6em] py-[0.3em] text-white">
        <SpeakingMark
          isSpeaking={remote?.isSpeaking === true}
          className="size-[1em] shrink-0 text-green-lamp"
        />
        <span className="truncate">{name}</span>
      </figcaption>
    </figure>
  )
}

/** Somebody in the call, by what the view says of them. */
export interface PersonInCall {
  identity: string
  name: string
}

export interface RemoteTileProps {
  media: Pick<CallMedia, 'attachOther'>
  person: PersonInCall
  /** Everybody who is there. */
  remotes: readonly RemoteEnd[]
  /** Stands in while there is no picture. */
  children?: ReactNode
  className?: string
}

/** Those who are not in the large picture: it shows the first who is there, else waits for the first. */
export function besidesLarge(people: readonly PersonInCall[], remotes: readonly RemoteEnd[]): PersonInCall[] {
  const large = remotes[0]?.identity ?? people[0]?.identity
  return people.filter(({ identity }) => identity !== large)
}
