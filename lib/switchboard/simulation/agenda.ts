/** What is still to happen, earliest first; of two at the same instant, the one that was entered first. */
export interface Agenda<Item> {
  add(at: number, item: Item): void
  nextAt(): number | null
  take(): Item | null
}

interface Entry<Item> {
  at: number
  order: number
  item: Item
}

/** A binary heap. */
export function createAgenda<Item>(): Agenda<Item> {
  const heap: Entry<Item>[] = []
  let entered = 0

  const isBefore = (one: Entry<Item> | undefined, other: Entry<Item> | undefined): boolean =>
    one !== undefined &&
    (other === undefined || one.at < other.at || (one.at === other.at && one.order < other.order))

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]]
    if (first && second) {
      heap[one] = second
      heap[other] = first
    }
  }

  return {
    add(at, item) {
      entered += 1
      heap.push({ at, order: entered, item })
      for (let place = heap.length - 1; place > 0; ) {
        const parent = (place - 1) >> 1
        if (!isBefore(heap[place], heap[parent])) return
        swap(place, parent)
        place = parent
      }
    },
    nextAt: () => heap[0]?.at ?? null,
    take() {
      const first = heap[0]
      if (!first) return null
      swap(0, heap.length - 1)
      heap.pop()
      for (let place = 0; ; ) {
        const [left, right] = [2 * place + 1, 2 * place + 2]
        const child = isBefore(heap[right], heap[left]) ? right : left
        if (!isBefore(heap[child], heap[place])) return first.item
        swap(place, child)
        place = child
      }
    },
  }
}
