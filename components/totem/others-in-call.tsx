import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { besidesLarge, RemoteTile } from '@/components/call/remote-tile.tsx'
import type { GuestInCall } from '@/lib/switchboard/views.ts'
import { Icon } from './icon.tsx'
import { peopleAtTotem } from './people-in-call.ts'
import type { LivePhase } from './screen.ts'
import type { Words } from './words.ts'

interface OthersInCallProps {
  words: Words
  phase: LivePhase
  guests: readonly GuestInCall[]
  media: CallMedia
  mediaState: CallMediaState
}

/** Whoever else talks to the visitor, in a row at the lower edge of the large picture, beside the volume keys. */
export function OthersInCall({ words, phase, guests, media, mediaState }: OthersInCallProps) {
  const others = besidesLarge(peopleAtTotem(phase, guests, words), mediaState.remotes)
  return (
    <div className="call-others absolute start-408 end-48 bottom-36 flex justify-end gap-24 empty:hidden">
      {others.map((person) => (
        <RemoteTile
          key={person.identity}
          media={media}
          person={person}
          remotes={mediaState.remotes}
          className="call-other max-w-1/2 rounded-chip border-2 border-white/60 bg-night text-body font-semibold"
        >
          <span className="grid h-full place-content-center pb-60 text-night-ink-2">
            <Icon name="circle-user" className="size-120" stroke={1} />
          </span>
        </RemoteTile>
      ))}
    </div>
  )
}
