import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { TextOpening } from '@/components/call/text/use-text-opening.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'
import { Key } from './key.tsx'
import { missingDevices } from './missing-devices.ts'
import type { Words } from './words.ts'

interface CallControlsProps {
  words: Words
  media: CallMedia
  mediaState: CallMediaState
  /** How much of the text is on the screen. */
  opening: TextOpening
  /** What the keyboard covers, in words; null: nothing. */
  covered: string | null
  onText: () => void
  onEnd: () => void
}

/** The keys of a call, the end set apart. A device that cannot be had has no key: it would do nothing. */
export function CallControls({
  words,
  media,
  mediaState,
  opening,
  covered,
  onText,
  onEnd,
}: CallControlsProps) {
  const say = words.call
  const { devices, userMuted } = mediaState
  const missing = missingDevices(devices)
  const has = (device: 'sound' | 'picture') =>
    missing !== device && missing !== 'both' && devices[device].kind !== 'closed'
  const height = opening === 'typing' ? 'min-h-132' : 'min-h-200'
  return (
    <fieldset className="flex gap-24">
      <legend className="sr-only">{say.keys}</legend>
      {has('sound') && (
        <Switch
          icon={userMuted.sound ? 'mic-off' : 'mic'}
          isOff={userMuted.sound}
          height={height}
          onClick={() => media.setUserMuted({ sound: !userMuted.sound })}
        >
          {userMuted.sound ? say.unmute : say.mute}
        </Switch>
      )}
      {has('picture') && (
        <Switch
          icon={userMuted.picture ? 'video-off' : 'video'}
          isOff={userMuted.picture}
          height={height}
          onClick={() => media.setUserMuted({ picture: !userMuted.picture })}
        >
          {userMuted.picture ? say.videoOn : say.videoOff}
        </Switch>
      )}
      <Switch
        icon={covered ? 'file-text' : 'keyboard'}
        isOff={opening === 'typing'}
        height={height}
        expanded={opening === 'typing'}
        onClick={onText}
      >
        {covered ?? (opening === 'typing' ? words.text.close : words.text.write)}
      </Switch>
      <Key tone="red" className={`ms-24 flex-[1.25] flex-col ${height}`} onClick={onEnd}>
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
  height: string
  expanded?: boolean
  onClick: () => void
  children: string
}

function Switch({ icon, isOff, height, expanded, onClick, children }: SwitchProps) {
  return (
    <Key
      tone={isOff ? 'light' : 'night'}
      className={`flex-1 flex-col ${height}`}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} className="size-64" />
      {children}
    </Key>
  )
}
