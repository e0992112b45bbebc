import fs from 'node:fs'
import path from 'node:path'
import { keptSecret, logFile, makeFolder, tail } from './home.ts'
import { obtainLivekit } from './livekit-binary.ts'
import { freePort, freeUdpPort } from './ports.ts'
import { startTied, untilReady } from './tied-process.ts'

/** A livekit-server of our own that only this machine can reach. */
export type LocalLivekit = {
  /** `ws://127.0.0.1:<port>`, for `LIVEKIT_URL`. */
  readonly url: string
  readonly apiKey: string
  readonly apiSecret: string
  readonly port: number
  readonly udpPort: number
  readonly pid: number
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>
  readonly stop: () => Promise<void>
  /** Ends it as a crash would. */
  readonly crash: () => Promise<void>
}

export type LocalLivekitOptions = {
  /** Folder for keys, configuration and log. The same home gives the same keys. */
  home: string
  /** Signalling and API. Default: a free one. */
  port?: number
  /** All media, on one port. Default: a free one. */
  udpPort?: number
  /** Media where UDP is blocked. livekit-server opens it on *all* addresses, so it is off (0) unless asked for. */
  tcpPort?: number
  /** TURN servers that browsers are told of, as livekit-server's `rtc.turn_servers` has them. */
  turnServers?: readonly TurnServer[]
  /** For tests: a TURN server of its own on this port, by UDP, which relays to this machine. */
  turnUdpPort?: number
  /** For tests: as `turnUdpPort`, by TLS. Browsers look for it at port 443 of its name, whatever its port is. */
  turnByTls?: TurnByTls
  /** For tests: as where a firewall lets no UDP through. Needs `tcpPort`. */
  isUdpBlocked?: boolean
  /** For tests: where browsers are to look for `udpPort` instead of here; what listens there passes media on. */
  mediaAddress?: string
  /** Where room events are sent, such as `http://127.0.0.1:3000/api/livekit/webhook`. */
  webhookUrl?: string
}

export type TurnByTls = {
  domain: string
  port: number
  /** PEM. */
  certFile: string
  keyFile: string
}

export type TurnServer = {
  host: string
  port: number
  protocol: 'udp' | 'tcp' | 'tls'
  username: string
  credential: string
}

/** From where its TURN server passes media on: none that the system gives to others by itself. */
export const TURN_PORTS = { from: 20_000, to: 20_999 }

/** All addresses but 127.0.0.0/8: the list that denies goes before the one that allows. */
const BEYOND_THIS_MACHINE = [
  ...['0.0.0.0/2', '64.0.0.0/3', '96.0.0.0/4', '112.0.0.0/5', '120.0.0.0/6', '124.0.0.0/7', '126.0.0.0/8'],
  ...['128.0.0.0/1', '::/0'],
]

/** Starts livekit-server for this machine only. It ends with this process and tells nobody outside about it. */
export async function startLivekit(options: LocalLivekitOptions): Promise<LocalLivekit> {
  const home = makeFolder(path.resolve(options.home))
  const port = options.port ?? (await freePort())
  const udpPort = options.udpPort ?? (await freeUdpPort())
  const apiKey = 'pronto'
  const apiSecret = keptSecret(home, 'livekit-secret')
  const configFile = path.join(home, `livekit-${port}.json`)
  // YAML contains JSON, so no YAML writer is needed.
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      node_ip: options.mediaAddress ?? '127.0.0.1',
      // Else the server calls browsers itself, and shows them the way around.
      ...(options.mediaAddress && { use_ice_lite: true }),
      use_external_ip: false,
      udp_port: udpPort,
      tcp_port: options.tcpPort ?? 0,
      ...(options.turnServers && { turn_servers: options.turnServers }),
      ...(options.isUdpBlocked && { force_tcp: true }),
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo'] },
      // Any value replaces the public STUN servers that would learn the address of every browser.
      stun_servers: ['127.0.0.1:3478'],
    },
    ...((options.turnUdpPort ?? options.turnByTls) && {
      turn: {
        enabled: true,
        ...(options.turnUdpPort && { udp_port: options.turnUdpPort }),
        ...(options.turnByTls && {
          domain: options.turnByTls.domain,
          tls_port: options.turnByTls.port,
          cert_file: options.turnByTls.certFile,
          key_file: options.turnByTls.keyFile,
        }),
        relay_range_start: TURN_PORTS.from,
        relay_range_end: TURN_PORTS.to,
        bind_addresses: ['127.0.0.1'],
        // By itself it relays to no address that only a machine or a building has.
        allow_restricted_peer_cidrs: ['127.0.0.0/8'],
        // And to every public one, for whoever has a ticket to a call.
        deny_peer_cidrs: BEYOND_THIS_MACHINE,
      },
    }),
    room: { auto_create: false },
    keys: { [apiKey]: apiSecret },
    ...(options.webhookUrl && { webhook: { api_key: apiKey, urls: [options.webhookUrl] } }),
    logging: { level: 'info', json: true },
  }
  fs.writeFileSync(configFile, JSON.stringify(config, null, 2), { mode: 0o600 })

  const output = logFile(home, 'livekit')
  const server = await startTied({
    command: await obtainLivekit(),
    args: ['--config', configFile],
    onParentDeath: 'KILL',
    output: { file: output },
  })
  await untilReady(server, () => isHealthy(port), {
    timeoutMs: 20_000,
    explain: () => `livekit-server did not start; its log ends with:\n${tail(output)}`,
  })
  return {
    url: `ws://127.0.0.1:${port}`,
    apiKey,
    apiSecret,
    port,
    udpPort,
    pid: server.pid,
    ended: server.ended,
    // The first signal drains rooms, without limit; the second ends.
    stop: () => server.stop(['SIGTERM', 'SIGTERM'], 3_000),
    crash: server.kill,
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok
  } catch {
    return false
  }
}
