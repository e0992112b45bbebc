/**
 * Makes sound of words with eSpeak NG, in a thread of its own: nothing that is said leaves the panel. The page
 * says where the engine is, then what to say; samples go back as they are made. What is asked last counts: what
 * was asked before is given up between two sentences.
 */

/** @type {Promise<any> | null} */
let engine = null
let wanted = 0
/** @type {string | null} */
let language = null

self.onmessage = ({ data }) => {
  if (data.type === 'start') {
    engine = startEngine(data.engine, data.voices)
    engine.catch(() => self.postMessage({ type: 'failed' }))
    return
  }
  wanted = data.turn
  if (data.pieces.length > 0) void say(data).catch(() => self.postMessage({ type: 'failed' }))
}

/** @param {{ turn: number, pieces: { text: string, language: string }[] }} order */
async function say({ turn, pieces }) {
  const voice = await engine
  /** @param {Int16Array} samples */
  const onSamples = (samples) => {
    if (samples.length > 0) postSamples(turn, samples)
    // True would end it.
    return false
  }
  for (const piece of pieces) {
    for (const sentence of sentencesIn(piece.text)) {
      await aBreath()
      if (turn !== wanted) return
      if (language !== piece.language) voice.set_voice(piece.language)
      language = piece.language
      voice.synthesize(sentence, onSamples)
    }
  }
  if (turn === wanted) self.postMessage({ type: 'made', turn })
}

/** What eSpeak NG makes, in every language. */
const SAMPLES_PER_SECOND = 22_050

/**
 * @param {number} turn
 * @param {Int16Array} made
 */
function postSamples(turn, made) {
  const samples = Float32Array.from(made, (sample) => sample / 0x8000)
  self.postMessage({ type: 'samples', turn, rate: SAMPLES_PER_SECOND, samples }, [samples.buffer])
}

/** @param {string} text */
const sentencesIn = (text) => text.split(/(?<=[.!?:;؟])\s+|\n+/).filter((sentence) => sentence.trim() !== '')

/** Lets what was asked in the meantime come in. */
const aBreath = () => new Promise((resolve) => setTimeout(resolve, 0))

/**
 * @param {string} engineAddress
 * @param {string} voicesAddress
 */
async function startEngine(engineAddress, voicesAddress) {
  const [{ default: create }, pack] = await Promise.all([
    import(engineAddress),
    fetch(voicesAddress).then((answer) => {
      if (!answer.ok) throw new Error(`no voices: ${answer.status}`)
      return new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    }),
  ])
  const module = await create({
    /** @param {string} _name @param {number} size */
    getPreloadedPackage: (_name, size) => unpacked(pack, size),
  })
  return new module.eSpeakNGWorker()
}

/**
 * Puts each piece where the engine looks for it; what lies between is never read (`lib/speech/voice-pack.ts`).
 *
 * @param {ArrayBuffer} pack
 * @param {number} size of all the engine's data
 */
function unpacked(pack, size) {
  const headerLength = new DataView(pack).getUint32(0, true)
  const header = new TextDecoder().decode(new Uint8Array(pack, 4, headerLength))
  const whole = new Uint8Array(size)
  let at = 4 + headerLength
  for (const [start, end] of JSON.parse(header)) {
    whole.set(new Uint8Array(pack, at, end - start), start)
    at += end - start
  }
  return whole.buffer
}
