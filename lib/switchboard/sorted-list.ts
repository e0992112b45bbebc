/**
 * Items in an order that no two of them share. Adding and removing move memory, and look at as many items as
 * halving the list takes.
 */
export class SortedList<Item> implements Iterable<Item> {
  readonly #items: Item[] = []
  readonly #compare: (a: Item, b: Item) => number

  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare
  }

  get length(): number {
    return this.#items.length
  }

  get first(): Item | undefined {
    return this.#items[0]
  }

  add(item: Item): void {
    this.#items.splice(this.#indexOf(item), 0, item)
  }

  /** Removes the item that has this one's place, if there is one. */
  remove(item: Item): void {
    const index = this.#indexOf(item)
    const found = this.#items[index]
    if (found !== undefined && this.#compare(found, item) === 0) this.#items.splice(index, 1)
  }

  /** The first item for which `isPast` is not true; it must be true of all before. */
  firstAfter(isPast: (item: Item) => boolean): Item | undefined {
    return this.#items[this.#indexAfter(isPast)]
  }

  /** All items for which `isPast` is not true; it must be true of all before. */
  after(isPast: (item: Item) => boolean): readonly Item[] {
    return this.#items.slice(this.#indexAfter(isPast))
  }

  /** As it is now; stays so. */
  toArray(): readonly Item[] {
    return this.#items.slice()
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]()
  }

  #indexOf(item: Item): number {
    return this.#indexAfter((other) => this.#compare(other, item) < 0)
  }

  #indexAfter(isPast: (item: Item) => boolean): number {
    let from = 0
    let until = this.#items.length
    while (from < until) {
      const middle = (from + until) >> 1
      const item = this.#items[middle]
      if (item !== undefined && isPast(item)) from = middle + 1
      else until = middle
    }
    return from
  }
}
