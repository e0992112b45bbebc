'use client'

import { useEffect, useState } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { DeviceRole } from '@/components/call/call-media-state.ts'
import { type ChosenDevices, readChosenDevices, rememberChosenDevices } from '../../devices/chosen-devices.ts'

/** What is plugged in, what of it is used, and the means to use another while the call goes on. */
export interface DeviceSwitch {
  devices: readonly MediaDeviceInfo[]
  chosen: ChosenDevices
  /** The last that was chosen does not open, and the one before it goes on. */
  failed: DeviceRole | null
  choose: (role: DeviceRole, id: string | null) => void
}

export function useDeviceSwitch(media: Pick<WholeCallMedia, 'takeChosen'>): DeviceSwitch {
  const devices = usePlugged()
  const [chosen, setChosen] = useState(readChosenDevices)
  const [failed, setFailed] = useState<DeviceRole | null>(null)
  const remember = (role: DeviceRole, id: string | null) => {
    const next = { ...readChosenDevices(), [role]: id }
    rememberChosenDevices(next)
    setChosen(next)
  }
  const choose = async (role: DeviceRole, id: string | null) => {
    const before = readChosenDevices()[role]
    setFailed(null)
    remember(role, id)
    const why = await media.takeChosen(role)
    // Meanwhile they may have chosen once more.
    if (why === null || readChosenDevices()[role] !== id) return
    remember(role, before)
    setFailed(role)
  }
  return { devices, chosen, failed, choose: (role, id) => void choose(role, id) }
}

function usePlugged(): readonly MediaDeviceInfo[] {
  const [plugged, setPlugged] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    // Absent on a page without HTTPS, whatever its type says.
    const { mediaDevices }: { mediaDevices?: MediaDevices } = navigator
    if (!mediaDevices) return
    let isHere = true
    const look = () => {
      const tell = (found: readonly MediaDeviceInfo[]) => (isHere ? setPlugged(found) : undefined)
      mediaDevices.enumerateDevices().then(tell, () => tell([]))
    }
    look()
    mediaDevices.addEventListener('devicechange', look)
    return () => {
      isHere = false
      mediaDevices.removeEventListener('devicechange', look)
    }
  }, [])
  return plugged
}
