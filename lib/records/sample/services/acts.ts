import type { SampleService } from '../shapes.ts'

/** No hours or address are known in Modena, and the totem never says whether there is an act for somebody. */
export const ACT_SERVICES: readonly SampleService[] = [
  {
    slug: 'ritiro-atti',
    topic: 'atti',
    office: 'urp',
    related: ['multe'],
    it: {
      title: 'Ritiro di un atto',
      summary: 'Hai trovato un avviso: c’è una busta chiusa da ritirare in Comune.',
      whoCanAsk:
        'La persona scritta sull’avviso, chi ha la sua delega, oppure il rappresentante della società destinataria.',
      whatToBring: [
        'L’avviso di deposito',
        'Un documento d’identità valido',
        'Se ritiri per un altro: la delega firmata, il tuo documento e la copia del suo',
        'Per una società: la visura camerale',
      ],
      howTo:
        'Guarda chi ha lasciato l’avviso: un messo del Comune, l’Agenzia delle entrate-Riscossione, la posta o SEND. Solo gli atti dei messi si ritirano in Comune. Per sapere se c’è un atto vieni con l’avviso: al telefono e in video non lo diciamo a nessuno.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'Se non lo ritiri, l’atto produce comunque i suoi effetti. Per le scadenze chiedi all’ufficio che lo ha mandato.',
      where: 'Orari e sportello da verificare: chiedi all’URP, telefono 059 20312.',
    },
    en: {
      title: 'Collecting a document',
      summary: 'You found a notice: a sealed envelope is waiting for you at the town hall.',
      whoCanAsk:
        'The person named on the notice, whoever they delegate, or who represents the company it is for.',
      whatToBring: [
        'The notice of deposit',
        'A valid identity document',
        'If you collect for somebody else: the signed delegation, your document and a copy of theirs',
        'For a company: the extract from the companies register',
      ],
      howTo:
        'Look at who left the notice: a municipal messenger, the tax collection agency, the post or SEND. Only what the messengers deposit is collected at the town hall. To learn whether there is something for you, come with the notice: we tell nobody by phone or video.',
      cost: 'To be checked: ask the operator.',
      time: 'If you do not collect it, it takes effect all the same. For deadlines ask the office that sent it.',
      where: 'Hours and desk to be confirmed: ask the URP, phone 059 20312.',
    },
    source: 'Testo generale (artt. 140 e 143 c.p.c.); orari di Modena non trovati',
  },
]
