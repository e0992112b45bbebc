/** Why a call that was ended goes on, in the keys of `desk.notEnded.why`. */
export type NotEndedWords = 'handOver' | 'unreachable' | 'other'

/** The words for a refused "Termina", by the switchboard's code; null: it is over, as was wished. */
export function notEndedWords(refusal: string): NotEndedWords | null {
  switch (refusal) {
    case 'offer-over':
    case 'call-over':
      return null
    case 'hand-over-running':
      return 'handOver'
    case 'unreachable':
      return 'unreachable'
    default:
      return 'other'
  }
}
