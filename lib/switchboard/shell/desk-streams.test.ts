import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { bodyId, operatorId, pageEpoch } from '../ids.ts'
import { CLOSED_FOR_MS, createDeskStreams, type DeskPageId } from './desk-streams.ts'

const page: DeskPageId = { bodyId: bodyId('body'), operatorId: operatorId('anna'), epoch: pageEpoch(1) }
const reported: DeskPageId[] = []

beforeEach(() => {
  vi.useFakeTimers()
  reported.length = 0
})
afterEach(() => vi.useRealTimers())

const watched = () => createDeskStreams((closed) => reported.push(closed))

it('reports a page once its stream has been closed for a while', () => {
  const close = watched().opened(page)
  close()
  vi.advanceTimersByTime(CLOSED_FOR_MS - 1)
  expect(reported).toEqual([])
  vi.advanceTimersByTime(1)
  expect(reported).toEqual([page])
})

it('does not report a page that opened another stream in time', () => {
  const streams = watched()
  streams.opened(page)()
  const closeSecond = streams.opened(page)
  vi.advanceTimersByTime(60_000)
  expect(reported).toEqual([])
  closeSecond()
  vi.advanceTimersByTime(CLOSED_FOR_MS)
  expect(reported).toEqual([page])
})

it('knows pages apart by their epoch', () => {
  const streams = watched()
  streams.opened({ ...page, epoch: pageEpoch(2) })
  streams.opened(page)()
  vi.advanceTimersByTime(CLOSED_FOR_MS)
  expect(reported).toEqual([page])
})

it('reports nothing that this process closes itself', () => {
  const streams = watched()
  const [early, late] = [streams.opened(page), streams.opened({ ...page, epoch: pageEpoch(2) })]
  early()
  streams.stop()
  late()
  vi.advanceTimersByTime(60_000)
  expect(reported).toEqual([])
})
