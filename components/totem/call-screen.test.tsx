// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CallMediaState, MEDIA_AT_REST } from '@/components/call/call-media-state.ts'
import { createLateCallMedia } from '@/components/call/late-call-media.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/totem.json'
import { CallScreen } from './call-screen.tsx'
import { ANNA, MONDAY_1042 } from './sample-views.ts'

const media = createLateCallMedia({
  load: () => new Promise(() => undefined),
  onMissing: () => undefined,
  openAfterMs: 0,
})

function Totem({ mediaState }: { mediaState: CallMediaState }) {
  useKeptFocus()
  return (
    <main>
      <CallScreen
        words={italian}
        phase={{ kind: 'connecting', operator: ANNA, lost: { totem: null, desk: null } }}
        mode="spoken"
        guests={[]}
        media={media}
        papers={null}
        mediaState={mediaState}
        isLinkDown={false}
        now={epochMs(MONDAY_1042)}
        stage={null}
        dock={null}
        onEnd={() => undefined}
      />
    </main>
  )
}

let root: Root
const show = (more: Partial<CallMediaState>) =>
  act(async () => root.render(<Totem mediaState={{ ...MEDIA_AT_REST, ...more }} />))
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('leaves whoever turns the sound on by keyboard at who is in the call', async () => {
  await show({ soundBlocked: true })
  const key = [...document.querySelectorAll('button')].find((one) => one.textContent === italian.call.hear)
  key?.focus()
  await show({ soundBlocked: false })
  await settled()
  expect(document.activeElement?.textContent).toBe('Anna, URP')
})
