import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { MissingDevices } from './missing-devices.ts'
import type { Words } from './words.ts'

interface DeviceChoiceProps {
  words: Words
  missing: Exclude<MissingDevices, 'none'>
  onGoOn: () => void
}

/** Camera or microphone cannot be had: going on without it is the visitor's choice, not ours. */
export function DeviceChoice({ words, missing, onGoOn }: DeviceChoiceProps) {
  const { icon, title, text, goOn } = sayingOf(words)[missing]
  return (
    <section role="alert" className="device-choice rounded-card bg-white px-52 py-32 text-ink">
      <h2 className="flex items-center gap-28 text-title font-bold">
        <Icon name={icon} className="size-64 shrink-0 text-red" />
        {title}
      </h2>
      <p className="mt-16 text-lead">{text}</p>
      <Key tone="green" className="mt-32 min-h-148 w-full text-title font-bold" onClick={onGoOn}>
        {goOn}
      </Key>
    </section>
  )
}

const sayingOf = ({ devices: say, text }: Words) =>
  ({
    picture: { icon: 'video-off', title: say.cameraTitle, text: say.cameraText, goOn: say.soundOnly },
    sound: { icon: 'mic-off', title: say.microphoneTitle, text: say.microphoneText, goOn: say.pictureOnly },
    both: { icon: 'mic-off', title: text.noDevices, text: text.noDevicesText, goOn: text.goOn },
  }) as const
