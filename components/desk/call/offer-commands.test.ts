import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { offerId, pageEpoch } from '@/lib/switchboard/ids.ts'
import { offerCommands } from './offer-commands.ts'

const both = { sound: true, picture: true, text: false }
const soundOnly = { sound: true, picture: false, text: false }
const nothing = { sound: false, picture: false, text: false }

/** What reached the server, and what it answers. */
let posted: { command: string; channels: unknown }[]
let answer: () => Response

beforeEach(() => {
  posted = []
  answer = () => Response.json({})
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    posted.push({ command: url.split('/').at(-1) ?? '', channels: JSON.parse(body).channels })
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const commands = (declared: typeof both | null, onRefusal: (refusal: string) => void = () => {}) =>
  offerCommands(offerId('call.1'), pageEpoch(3), declared, onRefusal)

describe('offerCommands', () => {
  it('declares what is sent only when it differs from what the check declared', () => {
    const offer = commands(both)
    offer.sends(both)
    expect(posted).toEqual([])
    offer.sends(soundOnly)
    expect(posted).toEqual([{ command: 'channels', channels: soundOnly }])
  })

  it('declares it in any case after a reload, because nobody knows what was declared before', () => {
    commands(null).sends(both)
    expect(posted).toEqual([{ command: 'channels', channels: both }])
  })

  it('reports what arrives, but not that nothing has arrived yet', async () => {
    const offer = commands(both)
    offer.receives(nothing)
    expect(posted).toEqual([])
    offer.receives(soundOnly)
    offer.receives(nothing)
    await vi.waitFor(() =>
      expect(posted).toEqual([
        { command: 'receives', channels: soundOnly },
        { command: 'receives', channels: nothing },
      ]),
    )
  })

  it('does not tell the totem that the camera went off because the call is being ended', async () => {
    const offer = commands(both)
    const ending = offer.hangUp()
    offer.sends(nothing)
    await ending
    expect(posted.map(({ command }) => command)).toEqual(['hang-up'])
  })

  it('tells the page of every refusal', async () => {
    answer = () => Response.json({ refusal: 'desk-replaced' }, { status: 409 })
    const refusals: string[] = []
    await commands(both, (refusal) => refusals.push(refusal)).answer()
    await expect(commands(both, (refusal) => refusals.push(refusal)).ticket()).rejects.toThrow(
      'desk-replaced',
    )
    expect(refusals).toEqual(['desk-replaced', 'desk-replaced'])
  })
})
