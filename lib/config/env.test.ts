import { describe, expect, it } from 'vitest'
import { EnvError, isSampleByDefault, readEnv, withoutEffect } from './env.ts'

const complete = {
  DATABASE_URL: 'postgres://pronto@localhost/pronto?host=/run/pg',
  LIVEKIT_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'l'.repeat(40),
  APP_SECRET: 'a'.repeat(40),
}

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
}

describe('readEnv', () => {
  it('fills in the documented defaults', () => {
    expect(readEnv(complete)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      appUrl: 'http://127.0.0.1:3000',
      isSample: false,
      livekit: { url: 'http://127.0.0.1:7880', publicUrl: 'ws://127.0.0.1:7880' },
      metricsToken: null,
    })
  })

  it('gives browsers the public media address and the server its own', () => {
    const { livekit } = readEnv({ ...complete, LIVEKIT_PUBLIC_URL: 'https://media.example.org' })
    expect(livekit).toMatchObject({ url: 'http://127.0.0.1:7880', publicUrl: 'wss://media.example.org' })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readEnv({ ...complete, PORT: '', METRICS_TOKEN: '' })).toMatchObject({
      port: 3000,
      metricsToken: null,
    })
  })

  it('names every wrong variable at once and prints no value', () => {
    const wrong = {
      ...complete,
      DATABASE_URL: 'mysql://user:hunter2@db',
      PORT: '99999',
      APP_SECRET: 'hunter2',
      LOG_LEVEL: 'hunter2',
      LIVEKIT_API_KEY: '',
    }
    const problems = problemsOf(wrong)
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set(['APP_SECRET', 'DATABASE_URL', 'LIVEKIT_API_KEY', 'LOG_LEVEL', 'PORT']),
    )
    expect(problems.join()).not.toMatch(/hunter2|99999/)
  })

  it('refuses sample mode away from loopback', () => {
    const sample = { ...complete, SAMPLE: '1' }
    expect(problemsOf(sample)).toEqual([])
    expect(problemsOf({ ...sample, HOST: '0.0.0.0', APP_URL: 'http://localhost:3000' })).toHaveLength(1)
    expect(problemsOf({ ...sample, APP_URL: 'https://pronto.example.org' })).toHaveLength(1)
    expect(problemsOf({ ...sample, HOST: '::1' })).toEqual([])
  })

  it('starts whatever the variables say that nothing reads yet, and names those that are set', () => {
    const given = { ...complete, OIDC_ISSUER: 'id.example.org', OIDC_CLIENT_ID: '' }
    expect(problemsOf(given)).toEqual([])
    expect(withoutEffect(given)).toEqual(['OIDC_ISSUER'])
    expect(withoutEffect(complete)).toEqual([])
  })
})

describe('isSampleByDefault', () => {
  it('is a sample when neither the database nor the secret of a real installation is set', () => {
    expect(isSampleByDefault({})).toBe(true)
    expect(isSampleByDefault({ DATABASE_URL: 'postgres://db' })).toBe(false)
    expect(isSampleByDefault({ APP_SECRET: 'x' })).toBe(false)
    expect(isSampleByDefault({ DATABASE_URL: 'postgres://db', SAMPLE: '1' })).toBe(true)
    expect(isSampleByDefault({ SAMPLE: '0' })).toBe(false)
  })
})
