/** The package of the engine, in package.json: an address that carries it may be kept for good. */
const VERSION = '0.3.5'

/** The worker that makes sound of words (`public/totem-speech.js`). */
export const SPEECH_WORKER = '/totem-speech.js'

/** eSpeak NG itself, and what it knows of our languages: together about 1 MB on the wire. */
export const SPEECH_ENGINE = `/api/totem/speech/engine?v=${VERSION}`
export const SPEECH_VOICES = `/api/totem/speech/voices?v=${VERSION}`
