'use client'

import { useEffect } from 'react'
import type { PersonInCall } from '../remote-tile.tsx'
import type { TextTalk } from './text-state.ts'

/** Tells the conversation who writes, so that their lines are theirs, also to whoever comes later. */
export function useNamedPeople(talk: TextTalk, people: readonly PersonInCall[]) {
  // Told at every drawing, because another call has forgotten every name; a name that is known changes nothing.
  useEffect(() => {
    if (people.length > 0) talk.call(Object.fromEntries(people.map(({ identity, name }) => [identity, name])))
  }, [talk, people])
}
