// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/desk.json'
import { useRingAlerts } from './use-ring-alerts.ts'

function Ringing() {
  useRingAlerts({ offerId: 'call.1', totemName: 'Villanova', serviceTitle: 'Residenza' }, null)
  return 'squilla'
}

it('rings on where the browser grants notifications and then refuses to show one', async () => {
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const show = vi.fn<() => void>(() => {
    throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.')
  })
  class Refusing {
    static permission = 'granted'
    constructor() {
      show()
    }
  }
  vi.stubGlobal('Notification', Refusing)
  Object.assign(window, { Notification: Refusing })
  const root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <Ringing />
      </NextIntlClientProvider>,
    ),
  )
  expect(show).toHaveBeenCalled()
  expect(document.body.textContent).toBe('squilla')
  expect(document.title).toBe('Chiamata: Villanova')
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
