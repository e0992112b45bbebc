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
  expect(wantedOf(all, 'everything')).toEqual(all)
})

it('takes two of a hundred pictures, and the voice behind them', () => {
  const pictures = Array.from({ length: 100 }, (_, at) => track('camera', `number ${at}`))
  const voice = track('microphone')
  expect(wantedOf([...pictures, voice], 'everything')).toEqual([pictures[0], pictures[1], voice])
})

it('takes faces and voices alone where there is no place for papers and screens', () => {
  const [voice, face, next] = [track('microphone'), track('camera'), track('camera')]
  const others = [track('camera', PAPER_TRACK_NAME), track('screen_share'), track('screen_share_audio')]
  expect(wantedOf([voice, ...others, face, next], 'people')).toEqual([voice, face, next])
  expect(wantedOf([face, voice, ...others, next], 'voices')).toEqual([voice])
})
