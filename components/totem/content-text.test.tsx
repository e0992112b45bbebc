import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import italian from '@/messages/it/totem.json'
import { ContentNote } from './content-note.tsx'
import { ContentLanguage, ContentParagraph, ContentText, ItalianLines, linesIn } from './content-text.tsx'
import { sampleContent } from './gallery/sample-scene.ts'

it('marks content among other words as what it is, so that it is read out and ordered rightly', () => {
  const html = renderToStaticMarkup(
    <ContentLanguage value="it">
      <ContentText>Carta d’identità</ContentText>
      <ContentParagraph>Chiama 059 20312.</ContentParagraph>
    </ContentLanguage>,
  )
  expect(html).toContain('<bdi lang="it">')
  expect(html).toContain('<p lang="it" dir="ltr">')
})

const written = linesIn({
  ...sampleContent,
  notices: [],
  sheets: [],
  offices: [],
  lifeEvents: [
    { slug: 'e', title: 'Nascita', hint: '', intro: 'Vieni qui.\nPorta un documento.', sheets: ['22,21 €'] },
  ],
})

it('marks what nobody has translated as Italian, a line of it too, and what is no word as it was', () => {
  const html = renderToStaticMarkup(
    <ItalianLines value={written}>
      <ContentLanguage value="en">
        <ContentText>Nascita</ContentText>
        <ContentText>22,21 €</ContentText>
        <ContentParagraph>Porta un documento.</ContentParagraph>
        <ContentParagraph>Come here.</ContentParagraph>
      </ContentLanguage>
    </ItalianLines>,
  )
  expect(html).toContain('<bdi lang="it">Nascita</bdi><bdi lang="en">22,21 €</bdi>')
  expect(html).toContain(
    '<p lang="it" dir="ltr">Porta un documento.</p><p lang="en" dir="ltr">Come here.</p>',
  )
})

it('says that a text is in Italian only where it is, or part of it, and another language was chosen', () => {
  const note = (locale: 'it' | 'en' | 'ar' | 'it-facile', ...texts: string[]) =>
    renderToStaticMarkup(
      <ItalianLines value={written}>
        <ContentNote words={italian} locale={locale} texts={texts} />
      </ItalianLines>,
    )
  expect(note('it', 'Vieni qui.')).toBe('')
  expect(note('en', 'Come here.')).toBe('')
  expect(note('en', 'Come here.', 'Take it.\nPorta un documento.')).toContain(
    'Questo testo è solo in italiano.',
  )
  expect(note('ar', 'Come here.')).toContain('Questo testo è solo in italiano.')
  expect(note('it-facile')).not.toBe('')
})
