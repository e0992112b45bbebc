'use client'

import { useEffect, useMemo } from 'react'
import type { CallMediaState, RemoteEnd } from '@/components/call/call-media-state.ts'
import { createLatestReport } from '@/components/call/latest-report.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import { type Channels, NO_CHANNELS } from '@/lib/switchboard/board.ts'
import type { TotemCall } from '@/lib/switchboard/views.ts'
import type { CallCommands } from './call-commands.ts'

/** Keeps the server told of what this end can send and what of the operator arrives here. */
export function useCallReports(commands: CallCommands | null, call: TotemCall | null, media: CallMediaState) {
  useDeclaredChannels(commands, call, media)
  useReceivedChannels(commands, call, media)
  useReceivedOfSecond(commands, call, media.remotes)
}

/**
 * What the call was placed with stands until it is not true; from then on the newest is declared. Not what differs
 * from the view: a view comes before the answer that it is of, or long after.
 */
function useDeclaredChannels(commands: CallCommands | null, call: TotemCall | null, media: CallMediaState) {
  const { channels, devices } = media
  const isSettled = [devices.sound, devices.picture].every(
    ({ kind }) => kind === 'open' || kind === 'unavailable',
  )
  const live = call?.phase.kind === 'over' ? null : call
  const callId = live?.id
  const declare = useMemo(
    () => (commands && callId ? createDeclaring(commands, callId) : null),
    [commands, callId],
  )
  useEffect(() => {
    if (declare && live && isSettled) declare(channels, live.channels)
  }, [declare, live, channels, isSettled])
}

/** @returns tells the server what is sent now, unless it has known so from the start */
function createDeclaring(commands: CallCommands, callId: string) {
  const declared = createLatestReport(
    async (newest: Channels) => hasArrived(await commands.channels(callId, newest)),
    isSame,
  )
  let hasDeclared = false
  return (newest: Channels, known: Channels) => {
    if (!hasDeclared && isSame(newest, known)) return
    hasDeclared = true
    declared.report(newest)
  }
}

/** A refusal is an answer too: saying it again would change nothing. */
const hasArrived = (answer: CommandAnswer): boolean => answer.ok || answer.refusal !== 'unreachable'

/** Only a call that is being connected waits for these; a new operator or a return asks for them anew. */
function useReceivedChannels(
  commands: CallCommands | null,
  call: TotemCall | null,
  { remote, receives }: CallMediaState,
) {
  const connecting = call?.phase.kind === 'connecting' ? call.phase : null
  const callId = connecting ? call?.id : undefined
  const operator = connecting?.operator.identity
  // A guest may be there before the next operator is, and confirms nobody else.
  const { sound, picture, text } = remote?.identity === operator ? receives : NO_CHANNELS
  const lostAt = `${connecting?.lost.totem} ${connecting?.lost.desk}`
  const received = useMemo(() => {
    if (!commands || !callId || !operator) return null
    const send = async ({ channels }: Received) => hasArrived(await commands.receives(callId, channels))
    return createLatestReport(send, isSameReport)
  }, [commands, callId, operator])
  useEffect(() => {
    if (sound || picture || text) received?.report({ channels: { sound, picture, text }, lostAt })
  }, [received, lostAt, sound, picture, text])
}

/** A colleague who is coming to the visitor is there once each has confirmed the other's channels. */
function useReceivedOfSecond(
  commands: CallCommands | null,
  call: TotemCall | null,
  remotes: readonly RemoteEnd[],
) {
  const colleague = call?.phase.kind === 'in_call' ? call.phase.colleague : null
  const joining = colleague?.stage === 'joining' ? colleague : null
  const callId = joining ? call?.id : undefined
  const offerId = joining?.offerId
  const received = useMemo(() => {
    if (!commands || !callId || !offerId) return null
    const send = async (channels: Channels) =>
      hasArrived(await commands.receivesSecond(callId, offerId, channels))
    return createLatestReport(send, isSame)
  }, [commands, callId, offerId])
  const { sound, picture, text } =
    remotes.find(({ identity }) => identity === joining?.operator.identity)?.receives ?? NO_CHANNELS
  useEffect(() => {
    if (sound || picture || text) received?.report({ sound, picture, text })
  }, [received, sound, picture, text])
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
