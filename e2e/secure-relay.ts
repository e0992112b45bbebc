import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TurnByTls } from '../scripts/local/livekit.ts'
import { freePort } from '../scripts/local/ports.ts'

/** livekit-server's own relay by TLS, with a certificate that nobody but a browser told of it trusts. */
export interface SecureRelay extends TurnByTls {
  /** SHA-256 of the certificate's public key, in base64: what Chromium is told to trust it by. */
  fingerprint: string
}

/**
 * Runs in the page, from before its first script: looks for `turns:` servers at this port. livekit-server names 443
 * whatever its port is, and only root may listen there. `--host-resolver-rules` can name a port too, but then the
 * network process of Chromium 156 ends at a `turns:` server.
 */
export function lookAtPort(port: number): void {
  const ledAll = (configuration?: RTCConfiguration): RTCConfiguration => ({
    ...configuration,
    iceServers: (configuration?.iceServers ?? []).map((server) => ({
      ...server,
      urls: [server.urls].flat().map((url) => url.replace(/^(turns:[^:]+):443\b/, `$1:${port}`)),
    })),
  })
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(ledAll(configuration))
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(ledAll(configuration))
    }
  }
}

/** @param folder where the certificate and its key are written */
export async function makeSecureRelay(folder: string): Promise<SecureRelay> {
  const domain = 'turn.pronto.test'
  const certFile = join(folder, 'relay-certificate.pem')
  const keyFile = join(folder, 'relay-key.pem')
  const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${domain}`
  const names = ['-addext', `subjectAltName=DNS:${domain}`, '-keyout', keyFile, '-out', certFile]
  try {
    execFileSync('openssl', [...args.split(' '), ...names], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (cause) {
    throw new Error('no certificate for the relay: the command `openssl` (1.1.1 or later) makes it', {
      cause,
    })
  }
  const { publicKey } = new X509Certificate(readFileSync(certFile))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const fingerprint = createHash('sha256').update(key).digest('base64')
  return { domain, port: await freePort(), certFile, keyFile, fingerprint }
}
