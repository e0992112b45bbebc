import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createRandom } from '../../lib/switchboard/shell/storm/random.ts'
import { createThinPipe, type Line, type ThinPipe } from './thin-pipe.ts'

/**
 * Between browsers and the media server: its only UDP address that they are told of. What the developer tools of a
 * browser can throttle does not touch WebRTC, so the line is made thin here.
 */
export interface MediaRelay {
  /**
   * From now on the line of one browser, to the media server and back.
   * @param port which the server sees it come from, and tells it
   */
  become: (port: number, lines: Lines) => void
  close: () => Promise<void>
}

export interface Lines {
  up: Line
  down: Line
}

/** Another address of the same machine, on which nothing else listens. */
export const RELAY_ADDRESS = '127.0.0.2'

/** UDP adds as much to what a datagram holds. */
const HEADER_BYTES = 28

/** One browser's way: a socket of its own towards the server, which tells browsers apart by it. */
interface Way {
  server: Socket
  up: Queue
  down: Queue
}

/**
 * @param udpPort where the media server listens on 127.0.0.1, and where it has browsers look for it on `RELAY_ADDRESS`
 * @param isLetThrough as a firewall: what comes from other ports is dropped, and nobody is told
 */
export async function startMediaRelay(
  udpPort: number,
  isLetThrough: (port: number) => boolean = () => true,
): Promise<MediaRelay> {
  const front = createSocket('udp4')
  const ways = new Map<number, Way>()

  const wayOf = ({ port, address }: Pick<RemoteInfo, 'port' | 'address'>): Way => {
    const known = ways.get(port)
    if (known) return known
    const server = createSocket('udp4')
    const up = createQueue(createThinPipe(createRandom(port)), (packet) =>
      server.send(packet, udpPort, '127.0.0.1'),
    )
    const down = createQueue(createThinPipe(createRandom(port + 1)), (packet) =>
      front.send(packet, port, address),
    )
    server.on('message', down.pass)
    server.on('error', () => undefined)
    ways.set(port, { server, up, down })
    return { server, up, down }
  }

  front.on('message', (packet, from) => {
    if (isLetThrough(from.port)) wayOf(from).up.pass(packet)
  })
  // A browser that has gone.
  front.on('error', () => undefined)
  front.bind(udpPort, RELAY_ADDRESS)
  await once(front, 'listening')

  return {
    become(port, { up, down }) {
      const way = [...ways.values()].find(({ server }) => server.address().port === port)
      if (!way) throw new Error(`nothing goes to the media server from port ${port}`)
      way.up.become(up)
      way.down.become(down)
    },
    async close() {
      const sockets = [front, ...[...ways.values()].map(({ server }) => server)]
      for (const { up, down } of ways.values()) {
        up.close()
        down.close()
      }
      await Promise.all(
        sockets.map(async (socket) => {
          const closed = once(socket, 'close')
          socket.close()
          await closed
        }),
      )
    },
  }
}

interface Queue {
  pass: (packet: Buffer) => void
  become: ThinPipe['become']
  close: () => void
}

/** Delivers in order, each packet when the pipe says. */
function createQueue(pipe: ThinPipe, deliver: (packet: Buffer) => void): Queue {
  const waiting: { packet: Buffer; atMs: number }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    const nowMs = performance.now()
    while (waiting[0] && waiting[0].atMs <= nowMs) {
      const { packet } = waiting[0]
      waiting.shift()
      deliver(packet)
    }
    if (waiting[0]) timer = setTimeout(flush, waiting[0].atMs - nowMs)
  }
  return {
    pass(packet) {
      const atMs = pipe.arrivalOf(packet.length + HEADER_BYTES, performance.now())
      if (atMs === null) return
      waiting.push({ packet, atMs })
      if (timer === undefined) flush()
    },
    become: pipe.become,
    close: () => clearTimeout(timer),
  }
}
