'use client'

import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { DEFAULT_DEVICES, type DeviceRole } from '@/components/call/call-media-state.ts'
import { probeNetwork } from '@/components/call/probe-network.ts'
import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { useLatest } from '@/components/ui/use-latest.ts'
import type { Channels } from '@/lib/switchboard/board.ts'
import { type ChosenDevices, readChosenDevices, rememberChosenDevices } from './chosen-devices.ts'
import { type DeviceCheck, type DeviceCheckEvent, nextCheck } from './device-check.ts'
import { openTrial, type Trial } from './open-trial.ts'

/** How long the good picture stays on screen: long enough to see oneself, then the camera closes. */
const AFTERGLOW_MS = 1_600

export interface DeviceCheckControl {
  check: DeviceCheck
  trial: Trial | null
  chosen: ChosenDevices
  /** The panel stays until it is closed; otherwise it closes by itself once all is well. */
  stays: boolean
  /** Call it in a click: the browser may ask for permission. */
  start: (options?: { stay: boolean }) => void
  /** The person is doing something in the panel: it must not vanish under their hand. */
  stay: () => void
  choose: (role: DeviceRole, id: string | null) => void
  probed: (device: 'picture' | 'sound', isGood: boolean) => void
  /** Go on with what works. */
  accept: () => void
  close: () => void
}

/**
 * @param onPassed tells the server; called once for each check that passed
 * @param fetchTrial a ticket to an empty room; null: there is none now
 */
export function useDeviceCheck(
  onPassed: (channels: Channels) => void,
  fetchTrial: () => Promise<RoomTicket | null>,
): DeviceCheckControl {
  const [check, dispatch] = useReducer<DeviceCheck, [DeviceCheckEvent]>(nextCheck, { kind: 'closed' })
  const [trial, setTrial] = useState<Trial | null>(null)
  const [stays, setStays] = useState(false)
  const [chosen, setChosen] = useState<ChosenDevices>(DEFAULT_DEVICES)
  // Counts openings, so that one which was overtaken closes what it gets.
  const round = useRef(0)
  const open = useRef<Trial | null>(null)
  const passed = useLatest(onPassed)
  const trialOf = useLatest(fetchTrial)

  const letGo = useCallback(() => {
    round.current++
    open.current?.close()
    open.current = null
    setTrial(null)
  }, [])

  const begin = useCallback(
    async (wanted: ChosenDevices) => {
      letGo()
      const mine = round.current
      dispatch({ type: 'started' })
      const opened = await openTrial(wanted)
      if (mine !== round.current) return opened.close()
      open.current = opened
      setTrial(opened)
      dispatch({ type: 'opened', ...opened.probes })
      const network = await probeNetwork(() => trialOf.current())
      if (mine === round.current) dispatch({ type: 'reached', network })
    },
    [letGo, trialOf],
  )

  const close = useCallback(() => {
    letGo()
    dispatch({ type: 'closed' })
  }, [letGo])

  useEffect(() => letGo, [letGo])

  useEffect(() => {
    if (check.kind !== 'passed') return
    passed.current(check.channels)
  }, [check, passed])

  useEffect(() => {
    if (check.kind !== 'passed' || stays) return
    const timer = setTimeout(close, AFTERGLOW_MS)
    return () => clearTimeout(timer)
  }, [check, close, stays])

  return {
    check,
    trial,
    chosen,
    stays,
    stay: () => setStays(true),
    start: ({ stay } = { stay: false }) => {
      const remembered = readChosenDevices()
      setStays(stay)
      setChosen(remembered)
      void begin(remembered)
    },
    choose: (role, id) => {
      const next = { ...chosen, [role]: id }
      setChosen(next)
      rememberChosenDevices(next)
      if (role !== 'speaker') void begin(next)
    },
    probed: (device, isGood) =>
      dispatch({ type: 'probed', device, probe: { kind: isGood ? 'good' : 'doubtful' } }),
    accept: () => dispatch({ type: 'accepted' }),
    close,
  }
}
