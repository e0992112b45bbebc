import { startServer, switchboard } from '../../../server.ts'
import { isDatabaseAway } from '../../../storage/is-database-away.ts'
import type { FromInstance, ToInstance } from './instance.ts'

/**
 * A whole instance of the application in a process of its own, without its pages: what `lib/server.ts`
 * puts together, commanded by whoever started it. Support for tests.
 */
process.on('message', ({ id, command }: ToInstance) => {
  switchboard()
    .run(command)
    .then(
      (answer) => tell({ kind: 'answered', id, answer }),
      (error: unknown) =>
        tell({ kind: 'failed', id, isDatabaseAway: isDatabaseAway(error), message: String(error) }),
    )
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0))

await startServer()
tell({ kind: 'started' })

function tell(message: FromInstance): void {
  process.send?.(message)
}
