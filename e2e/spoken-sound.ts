import type { Page } from '@playwright/test'

/** What a page says by itself: the words that it has made sound of, and the samples that leave it. */
export interface SpokenSound {
  /** Greatest sample of the last few hundredths of a second, 0 to 1; 0: silence. */
  levelNow: () => Promise<number>
  /** Pieces of sound that play or are due to. */
  piecesDue: () => Promise<number>
  /** The last words that were to be said. */
  lastWords: () => Promise<string>
  /** All that was to be said so far, one line for each time. */
  allWords: () => Promise<string>
}

/** Listens in on a page without a voice of the platform, from its next load on. */
export async function listenIn(page: Page): Promise<SpokenSound> {
  await page.addInitScript(() => {
    speechSynthesis.getVoices = () => []
    const due = new Set<AudioBufferSourceNode>()
    const words: string[] = []
    let ear: AnalyserNode | null = null
    const { connect } = AudioNode.prototype
    // Whatever goes to the sound card goes past the ear too.
    Reflect.set(
      AudioNode.prototype,
      'connect',
      function (this: AudioNode, ...to: readonly unknown[]): unknown {
        if (to[0] instanceof AudioDestinationNode) {
          ear = new AnalyserNode(this.context, { fftSize: 2048 })
          Reflect.apply(connect, this, [ear])
        }
        return Reflect.apply(connect, this, to)
      },
    )
    const { start } = AudioBufferSourceNode.prototype
    AudioBufferSourceNode.prototype.start = function (...when) {
      due.add(this)
      this.addEventListener('ended', () => due.delete(this))
      start.apply(this, when)
    }
    const { postMessage } = Worker.prototype
    Reflect.set(Worker.prototype, 'postMessage', function (this: Worker, ...[order, more]: unknown[]) {
      const isWords = typeof order === 'object' && order !== null && 'pieces' in order
      if (isWords && Array.isArray(order.pieces) && order.pieces.length > 0)
        words.push(order.pieces.map(({ text }: { text: string }) => text).join(' '))
      Reflect.apply(postMessage, this, [order, more])
    })
    globalThis.spoken = {
      level() {
        if (!ear || ear.context.state === 'closed') return 0
        const samples = new Float32Array(ear.fftSize)
        ear.getFloatTimeDomainData(samples)
        return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      },
      // A sound card that was given back plays nothing, and tells nobody.
      due: () => [...due].filter(({ context }) => context.state !== 'closed').length,
      words,
    }
  })
  return {
    levelNow: () => page.evaluate(() => globalThis.spoken.level()),
    piecesDue: () => page.evaluate(() => globalThis.spoken.due()),
    lastWords: () => page.evaluate(() => globalThis.spoken.words.at(-1) ?? ''),
    allWords: () => page.evaluate(() => globalThis.spoken.words.join('\n')),
  }
}

declare global {
  var spoken: { level: () => number; due: () => number; words: string[] }
}
