import type { SampleForm } from './shapes.ts'

/** Fields of two forms that people bring back wrong most often. General wording: no form of Modena was at hand. */
export const SAMPLE_FORMS: readonly SampleForm[] = [
  {
    slug: 'delega-ritiro',
    service: 'ritiro-atti',
    it: {
      title: 'Delega al ritiro di un atto',
      summary: 'Per far ritirare la busta a un’altra persona.',
      entries: [
        {
          name: 'Il sottoscritto / la sottoscritta',
          explanation: 'Nome e cognome di chi dà la delega: la persona scritta sull’avviso.',
          example: 'Maria Bianchi',
        },
        {
          name: 'Nato/a a, il',
          explanation: 'Luogo e data di nascita di chi dà la delega.',
          example: 'Carpi (MO), 3 marzo 1958',
        },
        {
          name: 'Delega il signor / la signora',
          explanation:
            'Nome e cognome di chi viene allo sportello. Porta il suo documento e la copia del tuo.',
          example: 'Luca Bianchi',
        },
        {
          name: 'A ritirare l’atto n.',
          explanation: 'Il numero scritto in alto sull’avviso di deposito, tutto, anche le lettere.',
        },
        { name: 'Data', explanation: 'Il giorno in cui firmi, non quello del ritiro.' },
        {
          name: 'Firma',
          explanation:
            'Firma per esteso chi dà la delega, come sul documento. Senza firma la busta non si consegna.',
        },
      ],
    },
    en: {
      title: 'Delegation to collect a document',
      summary: 'To have somebody else collect the envelope.',
      entries: [
        {
          name: 'Il sottoscritto / la sottoscritta',
          explanation: 'Name and surname of whoever delegates: the person named on the notice.',
          example: 'Maria Bianchi',
        },
        {
          name: 'Nato/a a, il',
          explanation: 'Place and date of birth of whoever delegates.',
          example: 'Carpi (MO), 3 March 1958',
        },
        {
          name: 'Delega il signor / la signora',
          explanation: 'Name and surname of whoever comes. They bring their document and a copy of yours.',
          example: 'Luca Bianchi',
        },
        {
          name: 'A ritirare l’atto n.',
          explanation: 'The number at the top of the notice, all of it, letters too.',
        },
        { name: 'Data', explanation: 'The day on which you sign, not the day of the collection.' },
        {
          name: 'Firma',
          explanation:
            'Whoever delegates signs in full, as on their document. Without it nothing is handed over.',
        },
      ],
    },
    source: 'Testo generale, da verificare con il modulo dell’ente',
  },
  {
    slug: 'dichiarazione-residenza',
    service: 'residenza',
    it: {
      title: 'Dichiarazione di residenza',
      summary: 'Una sola per tutta la famiglia che si trasferisce.',
      entries: [
        {
          name: 'Tipo di dichiarazione',
          explanation: 'Scegli una riga sola: da un altro Comune, dall’estero, o cambio di casa in città.',
        },
        {
          name: 'Cognome e nome',
          explanation: 'Di chi firma. Scrivili come sul documento, senza abbreviare.',
          example: 'Rossi Anna Maria',
        },
        {
          name: 'Codice fiscale',
          explanation: 'Sedici caratteri, dalla tessera sanitaria.',
        },
        {
          name: 'Nuovo indirizzo',
          explanation:
            'Via, numero civico, scala, piano e interno: senza interno i controlli non ti trovano.',
          example: 'via Padova 149, scala B, piano 2, interno 5',
        },
        {
          name: 'Famiglia che si trasferisce',
          explanation: 'Tutte le persone che vengono con te, anche i bambini, con il rapporto di parentela.',
        },
        {
          name: 'Titolo di occupazione',
          explanation:
            'Proprietà, affitto o ospitalità. Per affitto: estremi di registrazione del contratto.',
        },
        {
          name: 'Patenti e veicoli',
          explanation: 'Numero di patente e targhe di tutta la famiglia, per aggiornare l’indirizzo.',
        },
        { name: 'Firma', explanation: 'Firmano chi dichiara e tutti i maggiorenni della famiglia.' },
      ],
    },
    en: {
      title: 'Declaration of residence',
      summary: 'One for the whole family that moves.',
      entries: [
        {
          name: 'Tipo di dichiarazione',
          explanation: 'Choose one line only: from another town, from abroad, or a move within the town.',
        },
        {
          name: 'Cognome e nome',
          explanation: 'Of whoever signs. As on the document, nothing shortened.',
          example: 'Rossi Anna Maria',
        },
        { name: 'Codice fiscale', explanation: 'Sixteen characters, from the health card.' },
        {
          name: 'Nuovo indirizzo',
          explanation: 'Street, number, staircase, floor and flat: without the flat the check misses you.',
          example: 'via Padova 149, scala B, piano 2, interno 5',
        },
        {
          name: 'Famiglia che si trasferisce',
          explanation: 'Everybody who moves with you, children too, and how they are related to you.',
        },
        {
          name: 'Titolo di occupazione',
          explanation: 'Owner, tenant or guest. Tenants: the registration of the contract.',
        },
        {
          name: 'Patenti e veicoli',
          explanation: 'Driving licence numbers and number plates of the family, to update the address.',
        },
        { name: 'Firma', explanation: 'Whoever declares signs, and every adult of the family.' },
      ],
    },
    source: 'Testo generale, da verificare con il modulo dell’ente',
  },
]
