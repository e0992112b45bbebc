import type { Board, Call } from './board.ts'
import { Followed, keptAlong } from './followed.ts'
import type { CallId, TotemId } from './ids.ts'

type Seen = Pick<Board, 'settings' | 'calls'>

/** Which calls, live or over, were placed from which totem. */
class CallsByTotem {
  readonly #byTotem = new Map<TotemId, Map<CallId, Call>>()
  readonly #calls = new Followed<CallId, Call>((id, was, is) => {
    if (was && was.totemId !== is?.totemId) this.#drop(was)
    if (is)
      this.#byTotem.set(is.totemId, (this.#byTotem.get(is.totemId) ?? new Map<CallId, Call>()).set(id, is))
  })

  follow({ calls }: Seen): void {
    this.#calls.follow(calls)
  }

  of(id: TotemId): readonly Call[] {
    return [...(this.#byTotem.get(id)?.values() ?? [])]
  }

  #drop({ id, totemId }: Call): void {
    const calls = this.#byTotem.get(totemId)
    calls?.delete(id)
    if (calls?.size === 0) this.#byTotem.delete(totemId)
  }
}

const callsByTotem = keptAlong(
  ({ calls }: Seen) => calls,
  () => new CallsByTotem(),
)

/** All calls that were placed from this totem or left a number there, live or over. */
export const callsOfTotem = (board: Seen, id: TotemId): readonly Call[] => callsByTotem(board).of(id)

/** Those whose visitor stands there: one who has left a number does not any more. */
export const callsAtTotem = (board: Seen, id: TotemId): readonly Call[] =>
  callsOfTotem(board, id).filter(({ callback }) => callback === null)
