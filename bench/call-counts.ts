/** What one participant's browser has counted. Counters only grow. */
export interface Counted {
  /** On the line, headers of UDP and IP among them. */
  bytesSent: number
  bytesReceived: number
  packetsSent: number
  /** As the media server tells it. */
  packetsLostOnTheWayUp: number
  packetsReceived: number
  packetsLost: number
  /** Pictures of the other end. */
  framesDecoded: number
  /** Energy of the other end's sound, in full-scale amplitude squared × seconds. */
  heardEnergy: number
}

export type Report = [id: string, entry: Entry][]

/** The fields of https://www.w3.org/TR/webrtc-stats/ that are read here; TypeScript knows no entry's type. */
interface Entry {
  type: string
  bytesSent?: number
  bytesReceived?: number
  packetsSent?: number
  packetsReceived?: number
  packetsLost?: number
  framesDecoded?: number
  totalAudioEnergy?: number
}

/** UDP and IPv4, before each packet. */
const HEADER_BYTES = 8 + 20

/** Pure. @param reports of every sender and receiver of one participant; what they share is in each of them. */
export function countedIn(reports: readonly Report[]): Counted {
  const entries = [...new Map(reports.flat()).values()]
  const sum = (type: string, field: Exclude<keyof Entry, 'type'>) =>
    entries.filter((entry) => entry.type === type).reduce((total, entry) => total + (entry[field] ?? 0), 0)
  return {
    bytesSent: sum('transport', 'bytesSent') + HEADER_BYTES * sum('transport', 'packetsSent'),
    bytesReceived: sum('transport', 'bytesReceived') + HEADER_BYTES * sum('transport', 'packetsReceived'),
    packetsSent: sum('outbound-rtp', 'packetsSent'),
    packetsLostOnTheWayUp: sum('remote-inbound-rtp', 'packetsLost'),
    packetsReceived: sum('inbound-rtp', 'packetsReceived'),
    packetsLost: sum('inbound-rtp', 'packetsLost'),
    framesDecoded: sum('inbound-rtp', 'framesDecoded'),
    heardEnergy: sum('inbound-rtp', 'totalAudioEnergy'),
  }
}
