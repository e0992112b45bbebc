// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import italian from '@/messages/it/totem.json'
import type { Sheet } from './content.ts'
import { DeviceChoice } from './device-choice.tsx'
import { sampleContent } from './gallery/sample-scene.ts'
import { PrepareCard } from './prepare-card.tsx'

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

const [cie] = sampleContent.sheets
function Totem({ children }: { children: ReactNode }) {
  useKeptFocus()
  return (
    <>
      <h1 tabIndex={-1}>Attesa</h1>
      {children}
    </>
  )
}
const wait = (inTheMiddle: ReactNode) => act(async () => root.render(<Totem>{inTheMiddle}</Totem>))
const card = (sheet: Sheet | undefined) => (
  <PrepareCard words={italian} sheet={sheet} prepared={[]} onTick={() => undefined} />
)
const focused = () => document.activeElement

it.each([
  [cie, italian.wait.prepare],
  [undefined, italian.wait.tips],
])('whoever goes on without a camera by keyboard is at what comes in its place', async (sheet, name) => {
  await wait(<DeviceChoice words={italian} missing="picture" onGoOn={() => undefined} />)
  document.querySelector('button')?.focus()
  await wait(card(sheet))
  expect(focused()?.getAttribute('aria-label')).toBe(name)
})

it('takes the focus from nobody who has it elsewhere', async () => {
  await wait(null)
  const heading = document.querySelector('h1')
  heading?.focus()
  await wait(card(cie))
  expect(focused()).toBe(heading)
})
