'use client'

import { useEffect, useState } from 'react'
import type { Received } from '@/components/desk/session/server-time.ts'
import { subscribeView } from '@/lib/events/subscribe-view.ts'
import type { WallView } from '@/lib/switchboard/wall-view.ts'
import { isSignedOut } from './is-signed-out.ts'

interface Wall {
  received: Received<WallView> | null
  /** `signed_out`: the server is there, and does not know this browser any more. */
  link: 'up' | 'down' | 'signed_out'
}

/** A stream that is refused looks like a server that is away: asked again while it lasts. */
const ASK_EVERY_MS = 5_000

/** Follows the wallboard. */
export function useWall(): Wall {
  const [wall, setWall] = useState<Wall>({ received: null, link: 'up' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDown = false
    const up = () => {
      isDown = false
      clearTimeout(timer)
    }
    const ask = async () => {
      const isOut = await isSignedOut()
      if (!isDown) return
      if (!isOut) {
        timer = setTimeout(() => void ask(), ASK_EVERY_MS)
        return
      }
      stop()
      setWall((before) => ({ ...before, link: 'signed_out' }))
    }
    const stop = subscribeView<WallView>('/api/supervisor/stream', {
      onView(view, receivedAt) {
        up()
        setWall({ received: { view, receivedAt }, link: 'up' })
      },
      onBeat() {
        up()
        setWall((before) => (before.link === 'down' ? { ...before, link: 'up' } : before))
      },
      onDown() {
        isDown = true
        setWall((before) => ({ ...before, link: 'down' }))
        void ask()
      },
    })
    return () => {
      up()
      stop()
    }
  }, [])
  return wall
}
