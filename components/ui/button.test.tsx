// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Button } from './button.tsx'

let root: Root
const saved = vi.fn<() => void>()

const show = (isStill: boolean) =>
  act(async () =>
    root.render(
      <form
        onSubmit={(event) => {
          event.preventDefault()
          saved()
        }}
      >
        <Button type="submit" isStill={isStill}>
          Salva
        </Button>
      </form>,
    ),
  )
const key = () => document.querySelector('button')
const press = () => act(async () => key()?.click())

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  saved.mockClear()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

it('that stands still sends nothing, says so, and keeps the focus', async () => {
  await show(false)
  key()?.focus()
  await press()
  await show(true)
  await press()
  expect(saved).toHaveBeenCalledOnce()
  expect(key()?.getAttribute('aria-disabled')).toBe('true')
  expect(key()?.disabled).toBe(false)
  await show(false)
  await press()
  expect(saved).toHaveBeenCalledTimes(2)
  expect(document.activeElement).toBe(key())
})
