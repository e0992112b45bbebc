import { getTranslations } from 'next-intl/server'

const LINES = ['one', 'two', 'three', 'four', 'five'] as const

/** Pages to open, in the order that shows a call. */
const PAGES = [
  { href: '/totem', key: 'totem', account: null },
  { href: '/desk', key: 'desk', account: 'anna@esempio.it' },
  { href: '/supervisor', key: 'supervisor', account: 'sofia@esempio.it' },
  { href: '/admin', key: 'admin', account: 'admin@esempio.it' },
] as const

const TOTEMS = ['padova-149', 'villanova', 'san-damaso', 'modena-est'] as const
const OPERATORS = ['anna@esempio.it', 'bruno@esempio.it', 'chiara@esempio.it'] as const
const OTHERS = ['edo@esempio.it', 'tea@esempio.it'] as const

/** Says what Pronto is and how to try it, for whoever has just started the sample municipality. */
export async function SampleGuide() {
  const words = await getTranslations('guest')
  return (
    <main className="mx-auto max-w-4xl px-6 py-16">
      <p className="inline-block rounded-full bg-sun px-3 py-1 text-sm font-semibold">
        {words('sampleData')}
      </p>
      <h1 className="mt-4 text-5xl font-bold">Pronto</h1>
      <ol className="mt-6 flex flex-col gap-2 text-lg">
        {LINES.map((line, index) => (
          <li key={line} className="flex gap-3">
            <span className="w-6 shrink-0 font-bold text-blue tabular-nums">{index + 1}</span>
            <span>{words(`lines.${line}`)}</span>
          </li>
        ))}
      </ol>

      <h2 className="mt-12 text-2xl font-bold">{words('tryTitle')}</h2>
      <p className="mt-1 text-ink-2">{words('password')}</p>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {PAGES.map(({ href, key, account }) => (
          <li key={href}>
            <a
              href={href}
              className="block h-full rounded-desk-lg border border-line bg-card p-5 hover:border-blue hover:bg-blue-light"
            >
              <span className="block text-xl font-semibold text-blue-deep">
                {words(`pages.${key}.title`)}
              </span>
              <span className="mt-1 block text-base text-ink-2">{words(`pages.${key}.text`)}</span>
              {account ? <span className="mt-3 block text-base font-semibold">{account}</span> : null}
            </a>
          </li>
        ))}
      </ul>

      <dl className="mt-10 grid gap-x-8 gap-y-3 text-base sm:grid-cols-[auto_1fr]">
        <dt className="font-semibold">{words('totems')}</dt>
        <dd className="flex flex-wrap gap-x-4">
          {TOTEMS.map((slug) => (
            <a key={slug} href={`/totem?totem=${slug}`} className="text-blue underline">
              {slug}
            </a>
          ))}
        </dd>
        <dt className="font-semibold">{words('operators')}</dt>
        <dd>{OPERATORS.join(', ')}</dd>
        <dt className="font-semibold">{words('others')}</dt>
        <dd>{OTHERS.join(', ')}</dd>
      </dl>
      <p className="mt-8 text-base text-ink-2">{words('twoWindows')}</p>
    </main>
  )
}
