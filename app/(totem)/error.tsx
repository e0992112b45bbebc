'use client'

import { useEffect } from 'react'

const RETRY_MS = 5_000

/** The page itself could not be made (the server or its database is away): says so, and tries again by itself. */
export default function TotemError() {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), RETRY_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="stage">
      <div role="alert" className="flex h-full flex-col justify-center gap-40 bg-night px-64 text-white">
        <h1 className="text-display font-bold">Senza collegamento</h1>
        <p className="text-title">Questo totem torna da solo tra poco.</p>
        <p className="text-title">
          Emergenza: chiama il <strong>112</strong>
        </p>
      </div>
    </main>
  )
}
