'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { createLatestReport } from '@/components/call/latest-report.ts'
import type { Channels } from '@/lib/switchboard/board.ts'
import type { TotemCall } from '@/lib/switchboard/views.ts'
import type { CallCommands } from './call-commands.ts'

/** Keeps the server told of what this end can send and what of the operator arrives here. */
export function useCallReports(commands: CallCommands | null, call: TotemCall | null, media: CallMediaState) {
  useDeclaredChannels(commands, call, media)
  useReceivedChannels(commands, call, media.receives)
}

/** Declares again whenever the server's idea differs from the truth; one declaration at a time. */
function useDeclaredChannels(commands: CallCommands | null, call: TotemCall | null, media: CallMediaState) {
  const isSending = useRef(false)
  const { channels, devices } = media
  const isSettled = [devices.sound, devices.picture].every(
    ({ kind }) => kind === 'open' || kind === 'unavailable',
  )
  useEffect(() => {
    if (!commands || !call || call.phase.kind === 'over' || !isSettled || isSending.current) return
    if (isSame(channels, call.channels)) return
    isSending.current = true
    void commands.channels(call.id, channels).finally(() => {
      isSending.current = false
    })
  }, [commands, call, channels, isSettled])
}

/** Only a call that is being connected waits for these; a new operator or a return asks for them anew. */
function useReceivedChannels(commands: CallCommands | null, call: TotemCall | null, receives: Channels) {
  const connecting = call?.phase.kind === 'connecting' ? call.phase : null
  const callId = connecting ? call?.id : undefined
  const { sound, picture, text } = receives
  const operator = connecting?.operator.identity
  const lostAt = `${connecting?.lost.totem} ${connecting?.lost.desk}`
  const received = useMemo(() => {
    if (!commands || !callId || !operator) return null
    const send = async ({ channels }: Received) => {
      const answer = await commands.receives(callId, channels)
      // A refusal is an answer too: saying it again would change nothing.
      return answer.ok || answer.refusal !== 'unreachable'
    }
    return createLatestReport(send, isSameReport)
  }, [commands, callId, operator])
  useEffect(() => {
    if (sound || picture || text) received?.report({ channels: { sound, picture, text }, lostAt })
  }, [received, lostAt, sound, picture, text])
}

/** After an end was lost the server counts from nothing: the same channels are news again. */
interface Received {
  channels: Channels
  lostAt: string
}

const isSameReport = (a: Received, b: Received): boolean =>
  a.lostAt === b.lostAt && isSame(a.channels, b.channels)

const isSame = (a: Channels, b: Channels): boolean =>
  a.sound === b.sound && a.picture === b.picture && a.text === b.text
