import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'

/** Test support: a React root in an element of its own on the page, in which React lets `act` do its work at once. */
export function openRoot(): Root {
  letAct(true)
  return createRoot(document.body.appendChild(document.createElement('div')))
}

/** Takes away what was drawn and leaves the page empty. A test's timers, globals and mocks are its own to undo, after this. */
export async function closeRoot(root: Root): Promise<void> {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  letAct(false)
}

/** React asks this global whether it is in a test. */
const letAct = (does: boolean) => Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', does)
