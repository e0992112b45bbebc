/** Why an answer came to nothing, in the keys of the desk's messages. */
export type AnswerRefusalWords =
  | 'left'
  | 'colleague_left'
  | 'too_late'
  | 'someone_else'
  | 'unreachable'
  | 'other'

/** The words for a refused "answer", by the switchboard's code. */
export function answerRefusalWords(refusal: string): AnswerRefusalWords {
  switch (refusal) {
    case 'offer-withdrawn':
    case 'call-over':
      return 'left'
    case 'offer-expired':
      return 'too_late'
    case 'offer-not-yours':
      return 'someone_else'
    case 'unreachable':
      return 'unreachable'
    default:
      return 'other'
  }
}
