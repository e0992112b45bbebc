type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * The part of Payload's interface that its administration and ours use. `:id` is a record's id, `:key`
 * names a preference of the account's own.
 *
 * A list of what is open and not of what is shut: Payload has more ways into an account (`login`,
 * `first-register`, `forgot-password`, `reset-password`, `unlock`) that pass by our sign-in, which counts
 * failed attempts and tells nobody which addresses have an account, and a new version may bring others.
 */
const OPEN: Readonly<Record<Method, readonly string[]>> = {
  GET: ['access', 'operators/me', 'payload-preferences/:key', 'totems/:id/attendant-pin'],
  POST: [
    'operators/logout',
    'operators/refresh-token',
    'payload-preferences/:key',
    'totems/:id/enrolment-code',
    'totems/:id/attendant-pin',
  ],
  PATCH: [],
  DELETE: ['payload-preferences/:key', 'totems/:id/attendant-pin'],
}

/** The same for each register; who may do what is up to the register. */
const OF_EVERY_REGISTER: Readonly<Record<Method, readonly string[]>> = {
  GET: ['', '/:id', '/count', '/versions', '/versions/:id'],
  POST: ['', '/:id/duplicate', '/versions/:id', '/access', '/access/:id'],
  PATCH: ['', '/:id'],
  DELETE: ['', '/:id'],
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const REGISTERS = 'services|forms|topics|life-events|notices|offices|totems|operators|bodies'

/**
 * May this be asked of Payload at all? Its own matching takes capitals for small letters, and so does
 * this; parts that are empty or still encoded have no business in any of our addresses.
 */
export function isOpenRoute(method: string, segments: readonly string[]): boolean {
  if (!segments.every((segment) => /^[\w.-]+$/.test(segment))) return false
  return PATTERNS[method]?.test(segments.join('/').toLowerCase()) ?? false
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  GET: patternOf('GET'),
  POST: patternOf('POST'),
  PATCH: patternOf('PATCH'),
  DELETE: patternOf('DELETE'),
}

function patternOf(method: Method): RegExp {
  const registers = `(?:${REGISTERS})(?:${OF_EVERY_REGISTER[method].join('|')})`
  const source = [registers, ...OPEN[method]].join('|')
  return new RegExp(`^(?:${source.replaceAll(':id', UUID).replaceAll(':key', '[^/]+')})$`)
}
