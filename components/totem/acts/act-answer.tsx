'use client'

import type { NoticeFrom } from '@/lib/content/acts.ts'
import type { OfficeCard, Sheet } from '../content.ts'
import { ContentText } from '../content-text.tsx'
import { Icon } from '../icon.tsx'
import { Card } from '../pages/card.tsx'
import { OfficePlace } from '../pages/office-list.tsx'
import { OwnProse, Prose } from '../pages/prose.tsx'
import { TakeAlongKey } from '../phone/take-along-key.tsx'
import { PrintKey } from '../print/print-key.tsx'
import type { Scene } from '../scene.tsx'
import { DelegationPaper } from './delegation-paper.tsx'

interface ActAnswerProps {
  scene: Scene
  from: NoticeFrom
  /** The town's own sheet about acts, and its office. */
  sheet: Sheet | undefined
  office: OfficeCard | undefined
}

/**
 * Where an act with this notice is collected, and what to bring. Never whether there is one: that alone would
 * tell something of a person. Nor whether a deadline is open: only whoever sent it can say.
 */
export function ActAnswer({ scene, from, sheet, office }: ActAnswerProps) {
  const { words, locale, now, bodyName, hasPrinter } = scene
  const say = words.acts
  const isOurs = from === 'messenger'
  const known = isOurs && sheet ? sheet : null
  const listed = known?.bring ?? []
  const bring = listed.length > 0 ? listed : say.senders[from].bring.split('\n')
  const place = isOurs ? office : undefined
  return (
    <div className="flex flex-col gap-28">
      <Card icon="map-pin" title={say.where}>
        {known?.where ? <Prose text={known.where} /> : <OwnProse text={say.senders[from].where} />}
      </Card>
      {place && <OfficePlace office={place} words={words} locale={locale} now={now} />}
      <Card icon="list-checks" title={words.sheet.bring}>
        <Items items={bring} isContent={listed.length > 0} />
        {hasPrinter && (
          <PrintKey words={words} label={say.printList}>
            <h1>{say.senders[from].name}</h1>
            <h2>{say.where}</h2>
            <p className="whitespace-pre-line">{known?.where || say.senders[from].where}</p>
            {place && (
              <p className="whitespace-pre-line">{[place.name, place.address, ...place.hours].join('\n')}</p>
            )}
            <h2>{words.sheet.bring}</h2>
            <ul>
              {bring.map((item) => (
                <li key={item}>☐ {item}</li>
              ))}
            </ul>
            <p>{say.deadlines}</p>
          </PrintKey>
        )}
        <TakeAlongKey scene={scene} page={{ kind: 'act', slug: from }} label={say.takeList} />
      </Card>
      {isOurs && (
        <Card icon="users" title={say.delegate}>
          <OwnProse text={say.delegateText} />
          {hasPrinter ? (
            <PrintKey words={words} label={say.printDelegation}>
              <DelegationPaper words={words} bodyName={bodyName} />
            </PrintKey>
          ) : (
            <p className="mt-16 rounded-key bg-blue-light px-36 py-24">{say.byHand}</p>
          )}
          <TakeAlongKey
            scene={scene}
            page={{ kind: 'delegation', slug: 'form' }}
            label={say.takeDelegation}
          />
        </Card>
      )}
      <section className="rounded-card bg-sun-light px-44 py-36">
        <h2 className="mb-12 flex items-center gap-20 text-lead font-bold">
          <Icon name="triangle-alert" className="size-44 shrink-0" />
          {say.know}
        </h2>
        <OwnProse text={`${say.deadlines}\n${say.noAnswer}`} />
      </section>
    </div>
  )
}

const Items = ({ items, isContent }: { items: readonly string[]; isContent: boolean }) => (
  <ul className="flex flex-col gap-16">
    {items.map((item) => (
      <li key={item} className="flex gap-20">
        <Icon name="circle-check" className="mt-4 size-40 shrink-0 text-green" />
        {isContent ? <ContentText>{item}</ContentText> : <span>{item}</span>}
      </li>
    ))}
  </ul>
)
