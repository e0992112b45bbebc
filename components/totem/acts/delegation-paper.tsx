import { fill, type Words } from '../words.ts'

/** The delegation to collect an act, to be filled in by hand. Always in Italian too: the counter reads that. */
export function DelegationPaper({ words, bodyName }: { words: Words; bodyName: string }) {
  const say = words.acts.paper
  return (
    <>
      <h1>{say.title}</h1>
      <p>{fill(say.to, { body: bodyName })}</p>
      {say.lines.split('\n').map((line) => (
        <p key={line} className="paper-line">
          {line}
        </p>
      ))}
      <p>{say.attach}</p>
    </>
  )
}
