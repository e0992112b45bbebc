'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The value of the last render, for handlers and timers that outlive it. Read it after rendering only. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
