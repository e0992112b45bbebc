'use client'

import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'
import { Key } from '../key.tsx'
import { PrintKey } from '../print/print-key.tsx'
import type { Scene } from '../scene.tsx'
import { clockTime, dateInWords } from '../times.ts'
import { fill } from '../words.ts'
import type { SeenByStaff } from './attendance-commands.ts'
import { DeviceTrial } from './device-trial.tsx'
import { VoiceFacts } from './voice-facts.tsx'

interface AttendantToolsProps {
  scene: Scene
  /** Null: the server has not said yet. */
  seen: SeenByStaff | null
  onTicket: () => Promise<RoomTicket | null>
  onClose: () => void
}

/** What a member of staff looks at when a totem does not work: what it is, who is there, and its devices. */
export function AttendantTools({ scene, seen, onTicket, onClose }: AttendantToolsProps) {
  const { totem, words, locale, now } = scene
  const say = words.staff
  const dialog = useShownDialog()
  const isCalling = totem.screen.kind !== 'page'
  const facts = [
    [say.totem, `${scene.totemName} (${scene.slug})`],
    [say.version, seen?.version ?? '…'],
    [say.connection, totem.link === 'up' ? say.connected : say.disconnected],
    [say.content, `${dateInWords(scene.readAt, locale)}, ${clockTime(scene.readAt, locale)}`],
  ] as const
  return (
    <dialog
      ref={dialog}
      aria-labelledby="attendant-tools"
      onCancel={onClose}
      className="asking attendant-tools m-auto flex flex-col gap-24 rounded-card bg-white p-48 text-ink"
    >
      <h2 id="attendant-tools" className="text-title font-bold">
        {say.tools}
      </h2>
      <div className="flex min-h-0 flex-1 flex-col gap-28 overflow-y-auto">
        <dl className="grid grid-cols-[auto_1fr] gap-x-32 gap-y-8 text-body">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ))}
          <dt className="text-ink-2">{say.voice}</dt>
          <dd className="font-semibold">
            <VoiceFacts words={words} locale={locale} />
          </dd>
        </dl>
        <section aria-label={say.onDuty}>
          <h3 className="text-lead font-bold">{say.onDuty}</h3>
          <ul className="mt-8 text-body">
            {seen?.onDuty.map(({ name, officeName, state }) => (
              <li key={name + officeName}>{fill(say[state], { name, office: officeName })}</li>
            ))}
            {seen?.onDuty.length === 0 && <li>{words.callKey.nobody}</li>}
          </ul>
        </section>
        {isCalling ? (
          <p className="text-body">{say.notInCall}</p>
        ) : (
          <DeviceTrial words={words} onTicket={onTicket} />
        )}
      </div>
      <div className="attendant-last flex flex-wrap gap-20">
        {scene.hasPrinter && (
          <PrintKey words={words} label={say.print}>
            <h1>{say.printed}</h1>
            <p>
              {scene.bodyName}, {scene.totemName}
            </p>
            <p>
              {dateInWords(now, locale)}, {clockTime(now, locale)}
            </p>
          </PrintKey>
        )}
        {!isCalling && (
          <Key tone="paper" className="min-h-112 flex-1" onClick={() => location.reload()}>
            {say.reload}
          </Key>
        )}
        <Key tone="blue" className="min-h-112 flex-1" data-way="back" onClick={onClose}>
          {say.close}
        </Key>
      </div>
    </dialog>
  )
}
