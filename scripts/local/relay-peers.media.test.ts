import { createHash, createHmac, randomBytes } from 'node:crypto'
import dgram from 'node:dgram'
import { once } from 'node:events'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { env } from '../../lib/config/env.ts'
import { startLivekit } from './livekit.ts'
import { freeUdpPort } from './ports.ts'

/* To whom the media server's TURN server passes things on, asked in its own words (RFC 8489 and 8656). */

const ALLOCATE = 0x0003
const CREATE_PERMISSION = 0x0008
const SUCCESS = 0x0100
const MAGIC = Buffer.from('2112a442', 'hex')
const [USERNAME, INTEGRITY, PEER, REALM, NONCE, TRANSPORT] = [0x06, 0x08, 0x12, 0x14, 0x15, 0x19]

type Attributes = ReadonlyMap<number, Buffer>

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc(padding(value.length))])
}
const padding = (length: number) => (4 - (length % 4)) % 4

function attributesOf(message: Buffer): Attributes {
  const found = new Map<number, Buffer>()
  for (let at = 20; at < message.length; ) {
    const [type, length] = [message.readUInt16BE(at), message.readUInt16BE(at + 2)]
    found.set(type, message.subarray(at + 4, at + 4 + length))
    at += 4 + length + padding(length)
  }
  return found
}

function peer(address: string): Buffer {
  const host = Buffer.from(address.split('.').map((part, at) => Number(part) ^ (MAGIC[at] ?? 0)))
  return attribute(PEER, Buffer.concat([Buffer.from([0, 1, 0, 0]), host]))
}

interface Login {
  username: string
  credential: string
}

/** A client of the TURN server at a port of this machine. */
async function turnClient(port: number, { username, credential }: Login) {
  const socket = dgram.createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  let known: Attributes = new Map()

  async function ask(method: number, asked: Buffer): Promise<{ type: number; attributes: Attributes }> {
    const realm = known.get(REALM)
    const head = Buffer.concat([Buffer.alloc(4), MAGIC, randomBytes(12)])
    head.writeUInt16BE(method, 0)
    let body = asked
    if (realm) {
      const parts = [attribute(USERNAME, Buffer.from(username)), attribute(REALM, realm)]
      body = Buffer.concat([body, ...parts, attribute(NONCE, known.get(NONCE) ?? Buffer.alloc(0))])
      const key = createHash('md5').update(`${username}:${realm.toString()}:${credential}`).digest()
      head.writeUInt16BE(body.length + 24, 2)
      const signed = createHmac('sha1', key)
        .update(Buffer.concat([head, body]))
        .digest()
      body = Buffer.concat([body, attribute(INTEGRITY, signed)])
    }
    head.writeUInt16BE(body.length, 2)
    socket.send(Buffer.concat([head, body]), port, '127.0.0.1')
    const [answer]: Buffer[] = await once(socket, 'message')
    if (!answer) throw new Error('no answer')
    return { type: answer.readUInt16BE(0), attributes: attributesOf(answer) }
  }

  const byUdp = attribute(TRANSPORT, Buffer.from([17, 0, 0, 0]))
  known = (await ask(ALLOCATE, byUdp)).attributes
  const { type } = await ask(ALLOCATE, byUdp)
  if (type !== (ALLOCATE | SUCCESS)) throw new Error('no relay for whoever has a ticket')
  return {
    reaches: async (address: string) =>
      (await ask(CREATE_PERMISSION, peer(address))).type === (CREATE_PERMISSION | SUCCESS),
    close: () => socket.close(),
  }
}

/** What a ticket to one call gives of the TURN server. */
async function loginAt(livekit: { url: string; apiKey: string; apiSecret: string }): Promise<Login> {
  await new RoomServiceClient(livekit.url, livekit.apiKey, livekit.apiSecret).createRoom({ name: 'call' })
  const ticket = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: 'somebody' })
  ticket.addGrant({ room: 'call', roomJoin: true })
  const socket = new WebSocket(
    `${livekit.url}/rtc?access_token=${await ticket.toJwt()}&protocol=15&sdk=js&version=2.0.0`,
  )
  socket.binaryType = 'arraybuffer'
  const [first]: MessageEvent<ArrayBuffer>[] = await once(socket, 'message')
  socket.close()
  // Protocol buffers: each text comes behind its number and its length.
  const said = Buffer.from(first?.data ?? new ArrayBuffer(0)).toString('latin1')
  const [, username, credential] = /turn:\P{Cc}+\p{Cc}.([0-9a-z]+)\p{Cc}.([0-9a-z]+)/isu.exec(said) ?? []
  if (!username || !credential) throw new Error('no TURN server named')
  return { username, credential }
}

it('the TURN server passes on to the media server, and to nobody elsewhere', async () => {
  const turnUdpPort = await freeUdpPort()
  const livekit = await startLivekit({ home: env().home, turnUdpPort })
  try {
    const client = await turnClient(turnUdpPort, await loginAt(livekit))
    const reached: Record<string, boolean> = {}
    for (const address of ['127.0.0.1', '127.0.0.9', '126.255.255.255', '128.0.0.0', '8.8.8.8', '10.0.0.1']) {
      reached[address] = await client.reaches(address)
    }
    client.close()
    expect(Object.keys(reached).filter((address) => reached[address])).toEqual(['127.0.0.1', '127.0.0.9'])
  } finally {
    await livekit.stop()
  }
})
