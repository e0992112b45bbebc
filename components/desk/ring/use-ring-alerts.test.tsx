// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import italian from '@/messages/it/desk.json'
import { useRingAlerts } from './use-ring-alerts.ts'

function Ringing() {
  useRingAlerts({ offerId: 'call.1', totemName: 'Villanova', serviceTitle: 'Residenza' }, null)
  return 'squilla'
}

it('rings on where the browser grants notifications and then refuses to show one', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
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
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <Ringing />
      </NextIntlClientProvider>,
    ),
  )
  expect(show).toHaveBeenCalled()
  expect(container.textContent).toBe('squilla')
  expect(document.title).toBe('Chiamata: Villanova')
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
