import { createHash } from 'node:crypto'
import { AccessToken } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { Malformed, NotSignedIn } from '../http/refusals.ts'
import { readWebhook } from './webhook.ts'

const keys = { apiKey: 'pronto', apiSecret: 's'.repeat(40) }
const callId = '0b9d8f6e-1111-4222-8333-444455556666'

const about = (room: string, event = 'participant_left') =>
  JSON.stringify({ event, room: { name: room }, participant: { identity: `t-${callId}` }, id: 'EV_1' })

/** Signs as livekit-server does: a token that carries the body's hash. */
async function signature(body: string, signed = keys): Promise<string> {
  const token = new AccessToken(signed.apiKey, signed.apiSecret, { ttl: 300 })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}

it('reads who left which call', async () => {
  const body = about(`call-${callId}`)
  expect(await readWebhook(keys, body, await signature(body))).toEqual({ callId, left: `t-${callId}` })
})

it('takes any other event for a hint that something happened', async () => {
  const body = about(`call-${callId}`, 'participant_joined')
  expect(await readWebhook(keys, body, await signature(body))).toEqual({ callId, left: null })
})

it('ignores rooms that are not ours', async () => {
  const body = about('somebody-elses-room')
  expect(await readWebhook(keys, body, await signature(body))).toBeNull()
})

it('refuses a body that is not the one that was signed', async () => {
  const genuine = await signature(about(`call-${callId}`))
  await expect(readWebhook(keys, about(`call-${callId}`, 'room_finished'), genuine)).rejects.toThrow(
    NotSignedIn,
  )
})

it('refuses another key and no signature at all', async () => {
  const body = about(`call-${callId}`)
  const forged = await signature(body, { ...keys, apiSecret: 'x'.repeat(40) })
  await expect(readWebhook(keys, body, forged)).rejects.toThrow(NotSignedIn)
  await expect(readWebhook(keys, body, null)).rejects.toThrow(NotSignedIn)
  await expect(readWebhook(keys, body, 'Bearer nonsense')).rejects.toThrow(NotSignedIn)
})

it('tells a garbled body from a forged one', async () => {
  const body = '{"event":'
  await expect(readWebhook(keys, body, await signature(body))).rejects.toThrow(Malformed)
})
