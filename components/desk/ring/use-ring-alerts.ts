'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { startRingTone } from '@/components/call/ring-tone.ts'

export interface RingAlert {
  offerId: string
  totemName: string
  serviceTitle: string
}

/**
 * Calls the operator wherever they look: a tone, the tab's title, and a notification when the page is
 * not in front. All of it ends with the ring.
 */
export function useRingAlerts(alert: RingAlert | null, speaker: string | null) {
  const words = useTranslations('desk.ring')
  const offerId = alert?.offerId ?? null
  const totem = alert?.totemName ?? ''
  const service = alert?.serviceTitle ?? ''
  const pageTitle = words('pageTitle', { totem })
  const title = words('notificationTitle')
  const body = words('notificationBody', { totem, service })

  useEffect(() => {
    if (offerId === null) return
    let stop: (() => void) | undefined
    const timer = setTimeout(() => {
      stop = startRingTone(speaker)
    }, AFTER_A_FRAME_MS)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [offerId, speaker])

  useEffect(() => {
    if (offerId === null) return
    const before = document.title
    document.title = pageTitle
    return () => {
      document.title = before
    }
  }, [offerId, pageTitle])

  useEffect(() => {
    if (offerId === null || document.visibilityState === 'visible') return
    return notify(title, body, offerId)
  }, [offerId, title, body])
}

/** The ring is seen first: opening a sound card takes longer than a frame, and nobody hears the difference. */
const AFTER_A_FRAME_MS = 32

/** Returns its undoing. Without permission nothing happens: tone and title still call. */
function notify(title: string, body: string, tag: string): () => void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return () => {}
  const notification = made(title, { body, tag, requireInteraction: true })
  if (!notification) return () => {}
  notification.onclick = () => {
    window.focus()
    notification.close()
  }
  return () => notification.close()
}

/** Null: browsers of phones and tablets grant it and then refuse it to a page. */
function made(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options)
  } catch {
    return null
  }
}

/** To be asked in a click of the operator's, when going on duty. */
export function askToNotify() {
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission()
}
