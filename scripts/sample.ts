import { readEnv } from '../lib/config/env.ts'
import { errorToPrint } from '../lib/config/error-in-log.ts'
import { openRegisters } from '../lib/records/open-registers.ts'
import { readAccountsFile, writeAccountsFile } from '../lib/records/sample/accounts-file.ts'
import { loadSample, resetSamplePasswords } from '../lib/records/sample/load-sample.ts'

/** Creates what is missing of the sample municipality and ends: `node scripts/sample.ts`. */
const { isSample, databaseUrl, appSecret, home } = readEnv()
if (!isSample) {
  console.error('SAMPLE: must be 1: the passwords of sample accounts are printed and kept in a file')
  process.exit(1)
}
try {
  const payload = await openRegisters({ databaseUrl, secret: appSecret })
  const kept = await readAccountsFile(home)
  const accounts = kept ?? (await writeAccountsFile(home))
  // The accounts may be older than the file: it was deleted, or this database had another home.
  if (!kept) await resetSamplePasswords(payload, accounts.password)
  const created = await loadSample(payload, accounts.password)
  console.log(created === 0 ? 'the sample municipality is complete' : `created ${created} sample records`)
  process.exit(0)
} catch (error) {
  console.error(errorToPrint(error))
  process.exit(1)
}
