import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { Words } from './words.ts'

interface DeviceChoiceProps {
  words: Words
  missing: 'picture' | 'sound'
  onGoOn: () => void
}

/** Camera or microphone cannot be had: going on without it is the visitor's choice, not ours. */
export function DeviceChoice({ words, missing, onGoOn }: DeviceChoiceProps) {
  const say = words.devices
  const isPicture = missing === 'picture'
  return (
    <section role="alert" className="rounded-card bg-white px-52 py-44 text-ink">
      <h2 className="flex items-center gap-28 text-title font-bold">
        <Icon name={isPicture ? 'video-off' : 'mic-off'} className="size-64 shrink-0 text-red" />
        {isPicture ? say.cameraTitle : say.microphoneTitle}
      </h2>
      <p className="mt-16 text-lead">{isPicture ? say.cameraText : say.microphoneText}</p>
      <Key tone="green" className="mt-32 min-h-148 w-full text-title font-bold" onClick={onGoOn}>
        {isPicture ? say.soundOnly : say.pictureOnly}
      </Key>
    </section>
  )
}
