import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { obtainChromium } from '../testing/chromium.ts'
import { complain } from './complain.mjs'
import { root } from './home.ts'

/**
 * Draws screens of the totem as PNG, without a server and without a build. Everything in every language and mode
 * is some hundreds of pictures; `--only`, `--languages` and `--modes` take lists, such as
 * `--only home,attract --languages it,ar --modes usual,contrast`. `--kept` draws those that the project keeps, into
 * `docs/screens`.
 */
try {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      kept: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      languages: { type: 'string', default: 'it' },
      modes: { type: 'string', default: 'usual' },
    },
  })
  const to = path.resolve(values.to ?? path.join(root, values.kept ? 'docs/screens' : '.pronto/screens'))
  const drawing = spawn(
    path.join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', 'drawing', '--reporter=dot'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        CHROMIUM_PATH: obtainChromium(),
        SCREENS_TO: to,
        SCREENS_KEPT: values.kept ? '1' : '',
        SCREENS_ONLY: values.only,
        SCREENS_LANGUAGES: values.languages,
        SCREENS_MODES: values.modes,
      },
    },
  )
  const [code] = await once(drawing, 'exit')
  console.log(`\nThe pictures are in ${to}`)
  process.exit(code ?? 1)
} catch (error) {
  complain(error, root)
  process.exit(2)
}
