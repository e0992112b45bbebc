import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Advice } from './advice.mjs'

/** One thing that setup must know, and the option that answers it without a terminal. */
export type Question = { option: string; ask: string; isSecret?: boolean; isOptional?: boolean }

/**
 * Answers to `questions`: from `given` where they are there, otherwise asked on the terminal one by one;
 * what is secret is not shown while it is typed. An answer of nothing but blanks is asked again.
 * @throws Advice naming every missing option when there is no terminal
 */
export async function answersTo<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  given: Readonly<Record<string, string | undefined>>,
): Promise<Record<Name, string>> {
  const names = Object.keys(questions) as Name[]
  const missing = names.filter((name) => !given[name]?.trim() && !questions[name].isOptional)
  if (missing.length > 0 && !process.stdin.isTTY) {
    const options = missing.map((name) => questions[name].option)
    throw new Advice(`There is no terminal to ask on: pass ${options.join(', ')} as well.`)
  }
  const answers = {} as Record<Name, string>
  for (const name of names) {
    const already = given[name]?.trim()
    const isAsked = process.stdin.isTTY && missing.length > 0
    answers[name] = already || (isAsked ? await askUntilAnswered(questions[name]) : '')
  }
  return answers
}

async function askUntilAnswered(question: Question): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim()
    if (answer || question.isOptional) return answer
  }
}

async function ask({ ask: words, isSecret }: Question): Promise<string> {
  const prompt = `${words}: `
  // The terminal must not echo by itself (readline sees to that) and readline has nowhere to write to.
  if (isSecret) process.stdout.write(prompt)
  const terminal = createInterface({
    input: process.stdin,
    output: isSecret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stdout,
    terminal: true,
  })
  terminal.on('SIGINT', () => process.exit(130))
  try {
    return await terminal.question(isSecret ? '' : prompt)
  } finally {
    terminal.close()
    if (isSecret) process.stdout.write('\n')
  }
}
