/**
 * TCP: a firewall lets no UDP through. TLS: it lets nothing through but what looks like HTTPS, which is TURN over
 * TLS here. A relay counts as that by which it is reached.
 */
export type Path = 'udp' | 'tcp' | 'tls'

/** What the browser counts about a call, as far as its health depends on it. Counters only grow. */
export interface Figures {
  /** How media crosses the network; null: not known yet. */
  path: Path | null
  roundTripMs: number | null
  /** Share of what this end sent that was lost on its way to the media server, 0 to 1. */
  lostUp: number | null
  /** Bits per second that the network takes, while they are fewer than the picture wants; null: it wants no more. */
  scarceBitsPerSecond: number | null
  packetsReceived: number
  packetsLost: number
  framesDecoded: number
  pictureBytesReceived: number
  /** Energy of the own microphone and of the other end's sound, in full-scale amplitude squared × seconds. */
  spokenEnergy: number
  heardEnergy: number
  /** What each sample of the other end's sound waited for in the jitter buffer, in seconds and added up, and how many. */
  heldSampleSeconds: number
  heldSamples: number
}

/** The fields of https://www.w3.org/TR/webrtc-stats/ that are read here; TypeScript knows no entry's type. */
interface Entry {
  id: string
  type: string
  kind?: string
  protocol?: string
  relayProtocol?: string
  nominated?: boolean
  state?: string
  localCandidateId?: string
  currentRoundTripTime?: number
  availableOutgoingBitrate?: number
  qualityLimitationReason?: string
  fractionLost?: number
  packetsReceived?: number
  packetsLost?: number
  bytesReceived?: number
  framesDecoded?: number
  totalAudioEnergy?: number
  jitterBufferDelay?: number
  jitterBufferEmittedCount?: number
}

/** Pure. @param reports of every sender and receiver of the call; what they share is in each of them. */
export function figuresFrom(reports: readonly Iterable<[string, Entry]>[]): Figures {
  const entries = new Map<string, Entry>()
  for (const report of reports) for (const [id, entry] of report) entries.set(id, entry)
  const all = [...entries.values()]
  const sum = (type: string, read: (entry: Entry) => number | undefined) =>
    all.filter((entry) => entry.type === type).reduce((total, entry) => total + (read(entry) ?? 0), 0)
  const pair = all.find(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
  )
  const isScarce = all.some(
    ({ type, qualityLimitationReason }) => type === 'outbound-rtp' && qualityLimitationReason === 'bandwidth',
  )
  const losses = all.flatMap(({ type, fractionLost }) =>
    type === 'remote-inbound-rtp' && fractionLost !== undefined ? [fractionLost] : [],
  )
  return {
    path: protocolOf(pair?.localCandidateId === undefined ? undefined : entries.get(pair.localCandidateId)),
    roundTripMs: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1_000,
    lostUp: losses.length > 0 ? Math.max(...losses) : null,
    scarceBitsPerSecond: isScarce ? (pair?.availableOutgoingBitrate ?? null) : null,
    packetsReceived: sum('inbound-rtp', ({ packetsReceived }) => packetsReceived),
    packetsLost: sum('inbound-rtp', ({ packetsLost }) => packetsLost),
    framesDecoded: sum('inbound-rtp', ({ framesDecoded }) => framesDecoded),
    pictureBytesReceived: sum('inbound-rtp', ({ kind, bytesReceived }) =>
      kind === 'video' ? bytesReceived : 0,
    ),
    spokenEnergy: sum('media-source', ({ totalAudioEnergy }) => totalAudioEnergy),
    heardEnergy: sum('inbound-rtp', ({ totalAudioEnergy }) => totalAudioEnergy),
    heldSampleSeconds: sum('inbound-rtp', ({ kind, jitterBufferDelay }) =>
      kind === 'audio' ? jitterBufferDelay : 0,
    ),
    heldSamples: sum('inbound-rtp', ({ kind, jitterBufferEmittedCount }) =>
      kind === 'audio' ? jitterBufferEmittedCount : 0,
    ),
  }
}

function protocolOf(candidate: Entry | undefined): Figures['path'] {
  const protocol = candidate?.relayProtocol ?? candidate?.protocol
  return protocol === 'udp' || protocol === 'tcp' || protocol === 'tls' ? protocol : null
}
