import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'
import { Key } from './key.tsx'
import { missingDevices } from './missing-devices.ts'
import type { Words } from './words.ts'

interface CallControlsProps {
  words: Words
  media: CallMedia
  mediaState: CallMediaState
  onEnd: () => void
}

/** The keys of a call, the end set apart. A device that cannot be had has no key: it would do nothing. */
export function CallControls({ words, media, mediaState, onEnd }: CallControlsProps) {
  const say = words.call
  const { devices, userMuted } = mediaState
  const missing = missingDevices(devices)
  return (
    <fieldset className="flex gap-24">
      <legend className="sr-only">{say.keys}</legend>
      {missing !== 'sound' && missing !== 'both' && (
        <Switch
          icon={userMuted.sound ? 'mic-off' : 'mic'}
          isOff={userMuted.sound}
          onClick={() => media.setUserMuted({ sound: !userMuted.sound })}
        >
          {userMuted.sound ? say.unmute : say.mute}
        </Switch>
      )}
      {missing !== 'picture' && missing !== 'both' && (
        <Switch
          icon={userMuted.picture ? 'video-off' : 'video'}
          isOff={userMuted.picture}
          onClick={() => media.setUserMuted({ picture: !userMuted.picture })}
        >
          {userMuted.picture ? say.videoOn : say.videoOff}
        </Switch>
      )}
      <Key tone="red" className="ml-24 min-h-200 flex-[1.25] flex-col" onClick={onEnd}>
        <Icon name="phone-off" className="size-64" />
        {say.end}
      </Key>
    </fieldset>
  )
}

interface SwitchProps {
  icon: IconName
  /** Shown by colour, picture and word. */
  isOff: boolean
  onClick: () => void
  children: string
}

function Switch({ icon, isOff, onClick, children }: SwitchProps) {
  return (
    <Key tone={isOff ? 'light' : 'night'} className="min-h-200 flex-1 flex-col px-16" onClick={onClick}>
      <Icon name={icon} className="size-64" />
      {children}
    </Key>
  )
}
