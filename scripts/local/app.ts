import path from 'node:path'
import type { Variables } from '../../lib/config/env.ts'
import { logFile, root, tail } from './home.ts'
import { addressOf } from './ports.ts'
import { isOnlyMediaAway } from './readiness.ts'
import { startTied, untilReady } from './tied-process.ts'

/** The built application, serving. */
export type RunningApp = {
  readonly url: string
  readonly pid: number
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** SIGTERM: open streams are closed, requests under way are finished. */
  readonly stop: () => Promise<void>
  /** Ends it as a crash would. */
  readonly crash: () => Promise<void>
}

export type AppOptions = {
  /** Variables of `.env.example` for the server, besides what this process has. `PRONTO_HOME` takes its log. */
  env: Variables & { PRONTO_HOME: string }
  port: number
  /** Default: 127.0.0.1. */
  host?: string
  /** The media server is not ours to start: while it is away, pages are served all the same. Default: false. */
  isMediaElsewhere?: boolean
  /** Where its log goes: `app-<port>.log` among the home's logs (default), or this terminal. */
  output?: 'file' | 'terminal'
}

/** Serves what `buildApp` built and waits until it is ready, database and media server included. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const host = options.host ?? '127.0.0.1'
  const output = logFile(path.resolve(options.env.PRONTO_HOME), `app-${options.port}`)
  const server = await startTied({
    command: process.execPath,
    args: [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', host, '-p', `${options.port}`],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: host,
      PORT: `${options.port}`,
      ...options.env,
      NODE_ENV: 'production',
    },
    cwd: root,
    onParentDeath: 'KILL',
    output: options.output === 'terminal' ? 'inherit' : { file: output },
  })
  const url = addressOf(host, options.port)
  let lastAnswer = 'none'
  const isReady = async () => {
    try {
      const answer = await fetch(`${url}/api/health/ready`)
      lastAnswer = await answer.text()
      return answer.ok
    } catch {
      return false
    }
  }
  try {
    await untilReady(server, isReady, {
      timeoutMs: 60_000,
      explain: () =>
        `The application is not ready (last answer of its health check: ${lastAnswer.slice(0, 400)}); its log ends with:\n${tail(output, 15)}`,
    })
  } catch (error) {
    if (!options.isMediaElsewhere || !server.isRunning() || !isOnlyMediaAway(lastAnswer)) {
      await server.kill()
      throw error
    }
    console.error('  The media server does not answer yet: until it does, nobody can be called in video.')
  }
  return {
    url,
    pid: server.pid,
    ended: server.ended,
    stop: () => server.stop(['SIGTERM'], 3_000),
    crash: server.kill,
  }
}
