import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { type Env, readEnv } from '../../lib/config/env.ts'
import { errorToPrint } from '../../lib/config/error-in-log.ts'
import { createEnrolmentCode } from '../../lib/identity/totem-credentials.ts'
import { findFirstBody } from '../../lib/records/find-body.ts'
import { openRegisters } from '../../lib/records/open-registers.ts'
import { findTotem, setUpBody } from '../../lib/records/setup.ts'
import { pool } from '../../lib/storage/pool.ts'
import { Advice } from './advice.mjs'
import { complain } from './complain.mjs'
import { defaultHome } from './home.ts'
import { takeHome } from './home-lock.ts'
import { startPostgres } from './postgres.ts'
import { step } from './progress.mjs'
import { runScript } from './run-script.ts'
import { whyNotAgain } from './setup-again.ts'
import { answersTo } from './setup-questions.ts'

/**
 * `npm run setup`: makes the body, its first administrator, the office that answers and a first totem in
 * the database of `DATABASE_URL` (unset: the local one), or a new enrolment code for a totem there is.
 */
const questions = {
  body: { option: '--body', ask: 'Name of the body, such as "Comune di Modena"' },
  phone: { option: '--phone', ask: 'Its telephone number, shown wherever nobody can be called' },
  office: { option: '--office', ask: 'Name of the office that answers' },
  'office-short': { option: '--office-short', ask: 'Its short name for the screens, such as "URP"' },
  'office-address': { option: '--office-address', ask: 'Its address' },
  email: { option: '--email', ask: "The administrator's e-mail" },
  name: { option: '--name', ask: "The administrator's first name" },
  password: {
    option: 'SETUP_PASSWORD',
    ask: "The administrator's password (12 characters or more)",
    isSecret: true,
  },
  totem: {
    option: '--totem',
    ask: 'Short name of the first totem in addresses, such as "piazza" (empty: none)',
    isOptional: true,
  },
  'totem-name': { option: '--totem-name', ask: "The totem's name as people read it", isOptional: true },
  'totem-address': { option: '--totem-address', ask: "The totem's address", isOptional: true },
}

const help = `npm run setup                      asks for everything
npm run setup -- --totem <slug>    prints a new enrolment code for a totem there is

Without a terminal, with the password in the variable SETUP_PASSWORD:
npm run setup -- ${Object.values(questions)
  .filter(({ option }) => option.startsWith('--'))
  .map(({ option, ...rest }) => ('isOptional' in rest ? `[${option} …]` : `${option} …`))
  .join(' ')}`

/** Long enough to walk to the totem. */
const codeValidMinutes = 60

process.on('SIGTERM', () => process.exit(130))
process.on('SIGINT', () => process.exit(130))
try {
  await main()
  process.exit(0)
} catch (error) {
  complain(errorToPrint(validationAdvice(error)), defaultHome())
  process.exit(1)
}

async function main(): Promise<void> {
  const { help: wantsHelp, ...values } = parseOptions()
  if (wantsHelp) return console.log(help)
  const env = await environment()
  await step('Migrating the database', () => runScript('migrate.ts', { DATABASE_URL: env.databaseUrl }))
  const registers = await openRegisters({ databaseUrl: env.databaseUrl, secret: env.appSecret })
  const known = values.totem ? await findTotem(registers, values.totem) : null
  if (known) return printCode(env, known.id, known.name)
  const body = await findFirstBody(registers)
  if (body) throw new Advice(whyNotAgain(body, { appUrl: env.appUrl, totem: values.totem }))
  await begin(env, registers, values)
}

async function begin(
  env: Env,
  registers: Payload,
  values: Record<string, string | undefined>,
): Promise<void> {
  const answers = await answersTo(questions, { ...values, password: process.env.SETUP_PASSWORD })
  const { totemId } = await setUpBody(registers, {
    name: answers.body,
    phone: answers.phone,
    administrator: { email: answers.email, displayName: answers.name, password: answers.password },
    office: { name: answers.office, shortName: answers['office-short'], address: answers['office-address'] },
    totem: answers.totem
      ? {
          slug: answers.totem,
          name: answers['totem-name'] || answers.totem,
          address: answers['totem-address'] || answers['office-address'],
        }
      : null,
  })
  console.log(`${answers.body} is set up. Sign in at ${env.appUrl}/admin as ${answers.email}.`)
  if (totemId) await printCode(env, totemId, answers['totem-name'] || answers.totem)
}

async function printCode(env: Env, totemId: string, name: string): Promise<void> {
  const code = await createEnrolmentCode(pool(), totemId, {
    validMinutes: codeValidMinutes,
    key: env.appSecret,
  })
  console.log(`Within ${codeValidMinutes} minutes open ${env.appUrl}/totem on "${name}" and type ${code}`)
}

/** The server's environment, with stand-ins for the media server, which setup does not need. */
async function environment(): Promise<Env> {
  if (!process.env.DATABASE_URL) {
    const home = defaultHome()
    takeHome(home)
    process.env.DATABASE_URL = (await step('Starting PostgreSQL', () => startPostgres({ home }))).url
  }
  for (const name of ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET']) {
    process.env[name] ||=
      name === 'LIVEKIT_URL' ? 'ws://localhost' : 'not-needed-not-needed-not-needed-not-needed'
  }
  const env = readEnv()
  if (env.isSample)
    throw new Advice('SAMPLE is set: setup is for real use, npm start loads the sample by itself.')
  return env
}

function parseOptions(): { help: boolean } & Partial<Record<keyof typeof questions, string>> {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        ...Object.fromEntries(
          Object.values(questions).flatMap(({ option }) =>
            option.startsWith('--') ? [[option.slice(2), { type: 'string' as const }]] : [],
          ),
        ),
      },
    }).values
  } catch (error) {
    throw new Advice(
      `${error instanceof Error ? error.message : String(error)}. npm run setup -- --help lists the options.`,
    )
  }
}

/** The registers refuse a short password, a taken e-mail or a bad slug in words for a person. */
function validationAdvice(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ValidationError') return error
  const { errors = [] } =
    'data' in error ? (error.data as { errors?: { path: string; message: string }[] }) : {}
  const reasons = errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return new Advice(`The registers refuse this: ${reasons || error.message}`)
}
