'use client'

import { useNow } from '@/components/ui/use-now.ts'
import type { EpochMs } from '@/lib/switchboard/ids.ts'
import { type Received, serverTime } from './server-time.ts'

/** The server's time now, moving on screen. */
export const useServerTime = (received: Received<{ serverNow: EpochMs }>, everyMs = 500): EpochMs =>
  serverTime(received, useNow(everyMs))
