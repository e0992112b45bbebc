import type { EpochMs } from './ids.ts'
import { SortedList } from './sorted-list.ts'

/** What is to be at an instant. */
export interface Appointment<What> {
  at: EpochMs
  what: What
}

interface Entry<What> extends Appointment<What> {
  owner: string
  /** Among the owner's. */
  number: number
}

/** Appointments in order of time; at the same instant in order of their owners, and as these gave them. */
export class Timetable<What> {
  readonly #byOwner = new Map<string, readonly Entry<What>[]>()
  readonly #entries = new SortedList<Entry<What>>(
    (a, b) => a.at - b.at || (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : a.number - b.number),
  )

  /** These are the owner's appointments from now on, and no others. */
  put(owner: string, appointments: readonly Appointment<What>[]): void {
    const before = this.#byOwner.get(owner) ?? []
    if (before.length === appointments.length && before.every(({ at }, n) => at === appointments[n]?.at)) {
      // Most often something else of the owner has changed: every entry keeps its place.
      for (const entry of before) entry.what = appointments[entry.number]?.what ?? entry.what
      return
    }
    for (const entry of before) this.#entries.remove(entry)
    this.#byOwner.delete(owner)
    if (appointments.length === 0) return
    const entries = appointments.map(({ at, what }, number) => ({ at, what, owner, number }))
    for (const entry of entries) this.#entries.add(entry)
    this.#byOwner.set(owner, entries)
  }

  get first(): Appointment<What> | undefined {
    return this.#entries.first
  }

  firstAfter(now: EpochMs): Appointment<What> | undefined {
    return this.#entries.firstAfter(({ at }) => at <= now)
  }
}
