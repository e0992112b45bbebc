// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
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
  saved.mockClear()
  root = openRoot()
})
afterEach(() => closeRoot(root))

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
