import { expect, it } from 'vitest'
import { PAPER_TRACK_NAME } from './livekit-options.ts'
import { wantedOf } from './wanted-tracks.ts'

const track = (source: string, trackName = '') => ({ source, trackName })

it('takes everything of an honest page, and what is about to replace something of it', () => {
  const all = [
    track('microphone'),
    track('camera'),
    track('camera', PAPER_TRACK_NAME),
    track('screen_share'),
    track('camera'),
    track('camera', PAPER_TRACK_NAME),
  ]
  expect(wantedOf(all)).toEqual(all)
})

it('takes two of a hundred pictures, and the voice behind them', () => {
  const pictures = Array.from({ length: 100 }, (_, at) => track('camera', `number ${at}`))
  const voice = track('microphone')
  expect(wantedOf([...pictures, voice])).toEqual([pictures[0], pictures[1], voice])
})
