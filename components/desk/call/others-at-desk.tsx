'use client'

import type { CallMedia } from '@/components/call/call-media.ts'
import type { RemoteEnd } from '@/components/call/call-media-state.ts'
import { besidesLarge, type PersonInCall, RemoteTile } from '@/components/call/remote-tile.tsx'
import { NoFace } from '@/components/ui/no-face.tsx'

export interface OthersAtDeskProps {
  people: readonly PersonInCall[]
  media: CallMedia
  remotes: readonly RemoteEnd[]
  /** A paper has the large place, and the right edge is taken by the visitor and oneself. */
  hasPaper: boolean
}

/** Whoever else talks to the visitor, one above the other beside the large picture. */
export function OthersAtDesk({ people, media, remotes, hasPaper }: OthersAtDeskProps) {
  return (
    <div
      className={`absolute top-20 z-10 flex w-[22%] min-w-40 flex-col gap-3 empty:hidden ${hasPaper ? 'left-4' : 'right-4'}`}
    >
      {besidesLarge(people, remotes).map((person) => (
        <RemoteTile
          key={person.identity}
          media={media}
          person={person}
          remotes={remotes}
          className="aspect-video rounded-desk border-2 border-white/70 bg-night-2 text-sm"
        >
          <NoFace />
        </RemoteTile>
      ))}
    </div>
  )
}
