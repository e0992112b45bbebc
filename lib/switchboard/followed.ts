import { LayeredMap, lineageOf } from './layered-map.ts'
import type { Settings } from './settings.ts'

/** Told of an item that is not what it was, or was not there, or is not there any more. */
export type Take<Id, Item> = (id: Id, was: Item | undefined, is: Item | undefined) => void

/**
 * A map as it was when it was last looked at. Whoever works something out of all of a board's calls need not
 * go through them again for the next board: only through those that have changed.
 */
export class Followed<Id, Item> {
  readonly #take: Take<Id, Item>
  readonly #known = new Map<Id, Item>()
  #at: ReadonlyMap<Id, Item> = new Map()
  /** How much of its journal has been read: a draft goes on being written to. */
  #read = 0

  constructor(take: Take<Id, Item>) {
    this.#take = take
  }

  /** Whichever map comes next, newer, older or another altogether: what has been taken in is then what is in it. */
  follow(map: ReadonlyMap<Id, Item>): void {
    for (const id of this.#mayHaveChanged(map)) {
      const [was, is] = [this.#known.get(id), map.get(id)]
      if (was === is) continue
      if (is === undefined) this.#known.delete(id)
      else this.#known.set(id, is)
      this.#take(id, was, is)
    }
    this.#at = map
    this.#read = map instanceof LayeredMap ? map.journal.length : 0
  }

  *#mayHaveChanged(map: ReadonlyMap<Id, Item>): Generator<Id> {
    if (this.#at instanceof LayeredMap) yield* this.#at.journal.slice(this.#read)
    if (map !== this.#at) yield* LayeredMap.mayDiffer(this.#at, map) ?? [...this.#known.keys(), ...map.keys()]
  }
}

/** Something worked out of boards that can be brought up to date with another one. */
interface Follower<Seen> {
  follow(board: Seen): void
}

/**
 * Keeps what `create` makes, for all boards that came one from another, and brings it up to date with the one
 * that is asked about. What is given out is true of that board until the next one is asked about: to be used at
 * once, not kept.
 *
 * @param source the map of the board that it is mostly worked out of
 */
export function keptAlong<Seen extends { settings: Settings }, Kept extends Follower<Seen>>(
  source: (board: Seen) => ReadonlyMap<unknown, unknown>,
  create: (settings: Settings) => Kept,
): (board: Seen) => Kept {
  const all = new WeakMap<object, { settings: Settings; kept: Kept }>()
  return (board) => {
    const lineage = lineageOf(source(board))
    let known = all.get(lineage)
    if (known?.settings !== board.settings) {
      known = { settings: board.settings, kept: create(board.settings) }
      all.set(lineage, known)
    }
    known.kept.follow(board)
    return known.kept
  }
}
