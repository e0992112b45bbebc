import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import italian from '@/messages/it/totem.json'
import { ContentLanguage, ContentNote, ContentParagraph, ContentText } from './content-text.tsx'

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

it('says that a text is in Italian only where it is not in the language that was chosen', () => {
  const note = (locale: 'it' | 'en' | 'ar' | 'it-facile') =>
    renderToStaticMarkup(<ContentNote words={italian} locale={locale} />)
  expect(note('it')).toBe('')
  expect(note('en')).toBe('')
  expect(note('ar')).toContain('Questo testo è solo in italiano.')
  expect(note('it-facile')).not.toBe('')
})
