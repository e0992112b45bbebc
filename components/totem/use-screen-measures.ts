'use client'

import { useEffect } from 'react'
import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import { screenMeasures } from './screen-measures.ts'

/** A totem that was measured anew shows it without a reload. */
export function useScreenMeasures(hardware: TotemHardware) {
  useEffect(() => {
    const { style } = document.documentElement
    for (const [name, value] of Object.entries(screenMeasures(hardware)))
      style.setProperty(name, String(value))
  }, [hardware])
}
