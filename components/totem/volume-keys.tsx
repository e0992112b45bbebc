import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { nextVolume } from '@/components/call/volume.ts'
import { VOLUMES_DB } from '@/lib/content/volumes.ts'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { fill, type Words } from './words.ts'

interface VolumeKeysProps {
  words: Words
  media: CallMedia
  mediaState: CallMediaState
  className: string
}

/** How loud the operator speaks, for this visitor only: the next one begins as usual. */
export function VolumeKeys({ words, media, mediaState: { volume }, className }: VolumeKeysProps) {
  const say = words.call
  const louder = nextVolume(volume, 'louder')
  const softer = nextVolume(volume, 'softer')
  const step = VOLUMES_DB.indexOf(volume) + 1
  return (
    <fieldset className={`grid grid-cols-2 gap-16 rounded-chip bg-night/85 p-16 ${className}`}>
      <legend className="sr-only">{say.volume}</legend>
      <Key
        tone="night"
        className="min-w-148 flex-col gap-8 px-16 text-small aria-disabled:opacity-40"
        aria-disabled={louder === null}
        onClick={() => louder !== null && media.setVolume(louder)}
      >
        <Icon name="volume-2" className="size-56" />
        {say.louder}
      </Key>
      <p role="status" className="col-span-2 row-start-2 flex justify-center gap-12">
        <span className="sr-only">{fill(say.volumeOf, { step, steps: VOLUMES_DB.length })}</span>
        {VOLUMES_DB.map((each, at) => (
          <span
            key={each}
            aria-hidden="true"
            className={`h-16 w-24 rounded-full ${at < step ? 'bg-white' : 'bg-night-3'}`}
          />
        ))}
      </p>
      <Key
        tone="night"
        className="min-w-148 flex-col gap-8 px-16 text-small aria-disabled:opacity-40"
        aria-disabled={softer === null}
        onClick={() => softer !== null && media.setVolume(softer)}
      >
        <Icon name="volume-1" className="size-56" />
        {say.softer}
      </Key>
    </fieldset>
  )
}
