/**
 * A failure that the person at the terminal can act on: its message is one line that says what is wrong
 * and what to do. Everything else that is thrown is a fault of ours and is shown with its stack.
 */
export class Advice extends Error {
  name = 'Advice'
}
