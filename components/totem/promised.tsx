import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { Receipt } from './callback/receipt.tsx'
import { OverScreen } from './over-screen.tsx'
import { promiseInWords } from './promise-in-words.ts'
import type { Scene } from './scene.tsx'
import { topLine } from './top-line.tsx'

/** A number was left: what happens next, and that nothing of it stays here. */
export function Promised({ scene, window }: { scene: Scene; window: TimeWindow | null }) {
  const { totem, words, now, locale } = scene
  const hasReceipt = window !== null || scene.hasPrinter
  return (
    <OverScreen
      words={words}
      locale={locale}
      top={topLine(scene)}
      title={words.promise.title}
      text={promiseInWords(window, now, words, locale)}
      onDone={totem.finish}
    >
      {hasReceipt && <Receipt scene={scene} window={window} />}
    </OverScreen>
  )
}
