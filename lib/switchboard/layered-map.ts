/**
 * A map that shares with the one it was made from whatever has not been written since, so that a board of
 * thousands costs a command no copy of thousands. Written to while a draft, never once it is part of a board.
 *
 * A common base lies below, and a thin layer of changes above; a layer that has grown thick becomes part of a
 * new base, which knows what it has beside the old one.
 */
export class LayeredMap<Id, Item> implements ReadonlyMap<Id, Item> {
  readonly #base: ReadonlyMap<Id, Item>
  /** What the base was made from, and which ids it may differ in. Null: it is the first. */
  readonly #before: { base: ReadonlyMap<Id, Item>; changed: readonly Id[] } | null
  #changes: Map<Id, Item | typeof GONE>
  #isOwnLayer: boolean
  #size: number
  /** The same for all maps that were made one from another. */
  readonly lineage: object
  /** What has been written since this map was made, in order. */
  readonly journal: Id[] = []

  /** A copy to write to. The map that it is made from must not be written to any more. */
  constructor(from: ReadonlyMap<Id, Item> = new Map<Id, Item>()) {
    this.#size = from.size
    this.lineage = lineageOf(from)
    const isThin = from instanceof LayeredMap && from.#changes.size <= THICK
    this.#isOwnLayer = !isThin
    if (isThin) {
      this.#base = from.#base
      this.#before = from.#before
      this.#changes = from.#changes
    } else {
      const isThick = from instanceof LayeredMap
      this.#base = isThick ? from.#asBase() : from
      this.#before = isThick ? { base: from.#base, changed: [...from.#changes.keys()] } : null
      this.#changes = new Map()
    }
  }

  /** The whole in one, in the same order. To copy a plain map is much cheaper than to go through this one. */
  #asBase(): ReadonlyMap<Id, Item> {
    const base = new Map(this.#base)
    for (const [id, item] of this.#changes) {
      if (item === GONE) base.delete(id)
      else base.set(id, item)
    }
    return base
  }

  get size(): number {
    return this.#size
  }

  get(id: Id): Item | undefined {
    const changed = this.#changes.get(id)
    if (changed === undefined) return this.#base.get(id)
    return changed === GONE ? undefined : changed
  }

  has(id: Id): boolean {
    return this.get(id) !== undefined
  }

  set(id: Id, item: Item): this {
    if (!this.has(id)) this.#size += 1
    this.#write(id, item)
    return this
  }

  delete(id: Id): boolean {
    if (!this.has(id)) return false
    this.#size -= 1
    this.#write(id, GONE)
    return true
  }

  #write(id: Id, item: Item | typeof GONE): void {
    if (!this.#isOwnLayer) this.#changes = new Map(this.#changes)
    this.#isOwnLayer = true
    this.#changes.set(id, item)
    this.journal.push(id)
  }

  *entries(): MapIterator<[Id, Item]> {
    for (const [id, item] of this.#base) {
      const changed = this.#changes.get(id)
      if (changed === undefined) yield [id, item]
      else if (changed !== GONE) yield [id, changed]
    }
    for (const [id, item] of this.#changes) if (item !== GONE && !this.#base.has(id)) yield [id, item]
  }

  *keys(): MapIterator<Id> {
    for (const [id] of this.entries()) yield id
  }

  *values(): MapIterator<Item> {
    for (const [, item] of this.entries()) yield item
  }

  [Symbol.iterator](): MapIterator<[Id, Item]> {
    return this.entries()
  }

  forEach(visit: (item: Item, id: Id, map: ReadonlyMap<Id, Item>) => void): void {
    for (const [id, item] of this) visit(item, id, this)
  }

  /** Whatever prints or compares maps takes it for one. */
  get [Symbol.toStringTag](): string {
    return 'Map'
  }

  /** The ids in which two maps may differ; null: they have no base in common, so any. */
  static mayDiffer<Id, Item>(one: ReadonlyMap<Id, Item>, other: ReadonlyMap<Id, Item>): Iterable<Id> | null {
    if (one === other) return []
    if (!(one instanceof LayeredMap && other instanceof LayeredMap)) return null
    if (one.#base === other.#base && one.#changes === other.#changes) return []
    for (const base of [one.#base, one.#before?.base]) {
      const [ofOne, ofOther] = [base && one.#changedSince(base), base && other.#changedSince(base)]
      if (ofOne && ofOther) return new Set([...ofOne, ...ofOther])
    }
    return null
  }

  #changedSince(base: ReadonlyMap<Id, Item>): readonly Id[] | null {
    if (base === this.#base) return [...this.#changes.keys()]
    return base === this.#before?.base ? [...this.#before.changed, ...this.#changes.keys()] : null
  }
}

const GONE = Symbol('gone')

/** Copying a layer of this size costs a few microseconds, and a new base comes once in dozens of commands. */
const THICK = 64

/** The same for all maps that were made one from another, as far as that is known. */
export function lineageOf(map: ReadonlyMap<unknown, unknown>): object {
  if (map instanceof LayeredMap) return map.lineage
  const known = lineages.get(map) ?? {}
  lineages.set(map, known)
  return known
}

const lineages = new WeakMap<ReadonlyMap<unknown, unknown>, object>()

/** What two maps differ in, by identity: what it was and what it is. Costs what was changed, if they share a base. */
export function* differences<Id, Item>(
  before: ReadonlyMap<Id, Item>,
  after: ReadonlyMap<Id, Item>,
): Generator<[Item | undefined, Item | undefined]> {
  const ids = LayeredMap.mayDiffer(before, after) ?? new Set([...before.keys(), ...after.keys()])
  for (const id of ids) {
    const [was, is] = [before.get(id), after.get(id)]
    if (was !== is) yield [was, is]
  }
}
