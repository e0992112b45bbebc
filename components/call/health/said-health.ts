import type { PacketListener, Packets } from '../packets.ts'
import { encodeHealth, HEALTH_TOPIC, HEALTHY, type HealthReport } from './health-report.ts'

/** Test support: a call's packets, in which the other ends tell what the test has them say of their health. */
export function createSaidHealth() {
  const heard = new Set<PacketListener>()
  const packets: Packets = {
    send: () => true,
    on(topic, listener) {
      if (topic === HEALTH_TOPIC) heard.add(listener)
      return () => heard.delete(listener)
    },
  }
  return {
    packets,
    say(from: string, report: Partial<HealthReport>) {
      for (const hear of [...heard]) hear(from, encodeHealth({ ...HEALTHY, ...report }))
    },
  }
}
