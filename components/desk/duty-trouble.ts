/** `commandFailed`: it did not reach the server. `noSkills`: no service could ever ring this operator. */
export type DutyTrouble = 'commandFailed' | 'noSkills'

/** Why a command was refused, in the keys of the desk's messages. Null: the view explains it by itself. */
export function troubleOf(refusal: string): DutyTrouble | null {
  switch (refusal) {
    case 'unreachable':
    case 'fault':
    case 'too-often':
      return 'commandFailed'
    case 'no-skills':
      return 'noSkills'
    default:
      return null
  }
}
