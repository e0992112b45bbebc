import { ContentParagraph } from '../content-text.tsx'

interface ProseProps {
  text: string
}

const APART = 'mt-12 first:mt-0'

/** Paragraphs as they were typed, one per line. Text only: whatever looks like markup is shown as it is. */
export const Prose = ({ text }: ProseProps) =>
  linesOf(text).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a text may be the same
    <ContentParagraph key={index} className={APART}>
      {line}
    </ContentParagraph>
  ))

/** The same of what the totem says itself, which is in the visitor's language and not in the content's. */
export const OwnProse = ({ text }: ProseProps) =>
  linesOf(text).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a text may be the same
    <p key={index} className={APART}>
      {line}
    </p>
  ))

const linesOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')
