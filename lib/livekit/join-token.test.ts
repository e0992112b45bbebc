import { TokenVerifier } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { createTicketOffice } from './join-token.ts'

const keys = { apiKey: 'pronto', apiSecret: 's'.repeat(40) }
const ticketFor = createTicketOffice({ ...keys, publicUrl: 'wss://media.example.org' })
const claimsOf = (token: string) => new TokenVerifier(keys.apiKey, keys.apiSecret).verify(token)

it('gives a totem its room, its camera and microphone, and nothing to administer', async () => {
  const ticket = await ticketFor('totem', 'call-c', 't-c')
  expect(ticket).toMatchObject({ url: 'wss://media.example.org', room: 'call-c', identity: 't-c' })
  const claims = await claimsOf(ticket.token)
  expect(claims.sub).toBe('t-c')
  expect(claims.video).toEqual({
    roomJoin: true,
    room: 'call-c',
    canPublish: true,
    canPublishSources: ['camera', 'microphone'],
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
  })
})

it('gives a desk its screen as well', async () => {
  const { video } = await claimsOf((await ticketFor('desk', 'call-c', 'o-c.1')).token)
  expect(video?.canPublishSources).toEqual(['camera', 'microphone', 'screen_share'])
})

it('lets a listener receive and nothing else', async () => {
  const { video } = await claimsOf((await ticketFor('listener', 'call-c', 'l-c.5')).token)
  expect(video).toMatchObject({ canSubscribe: true, canPublish: false, canPublishData: false })
})

it('is good for minutes', async () => {
  const { exp } = await claimsOf((await ticketFor('totem', 'call-c', 't-c')).token)
  expect(Number(exp) - Date.now() / 1000).toBeGreaterThan(5 * 60)
  expect(Number(exp) - Date.now() / 1000).toBeLessThanOrEqual(10 * 60)
})
