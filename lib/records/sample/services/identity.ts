import type { SampleService } from '../shapes.ts'

export const IDENTITY_SERVICES: readonly SampleService[] = [
  {
    slug: 'carta-identita',
    topic: 'identita',
    office: 'santi-40',
    it: {
      title: 'Carta d’identità elettronica (CIE)',
      summary: 'Prima richiesta e rinnovo, su prenotazione.',
      whoCanAsk:
        'Chi risiede a Modena. Si può rinnovare da 6 mesi prima della scadenza. Vale 3 anni sotto i 3 anni di età, 5 anni dai 3 ai 18, 10 anni per gli adulti.',
      whatToBring: [
        'La carta che hai, anche scaduta',
        'Una foto tessera',
        'La tessera sanitaria con il codice fiscale',
      ],
      howTo:
        'Prenota online con codice fiscale ed e-mail, al telefono 059 2032077 oppure di persona in via Santi 40 o all’URP. Allo sportello ci vogliono circa 15 minuti.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'La carta arriva per posta in 6 giorni lavorativi. Se non arriva: 800 263 388.',
      where: 'Punto informativo, via Santi 40.',
    },
    en: {
      title: 'Electronic identity card (CIE)',
      summary: 'First card and renewal, by appointment.',
      whoCanAsk:
        'Residents of Modena. You can renew from 6 months before it expires. It is valid for 3 years under the age of 3, 5 years from 3 to 18, 10 years for adults.',
      whatToBring: [
        'The card you have, even if expired',
        'A passport photo',
        'Your health card with the tax code',
      ],
      howTo:
        'Book online with tax code and e-mail, by phone on 059 2032077, or in person in via Santi 40 or at the URP. At the desk it takes about 15 minutes.',
      cost: 'To be checked: ask the operator.',
      time: 'The card comes by post in 6 working days. If it does not arrive: 800 263 388.',
      where: 'Information desk, via Santi 40.',
    },
    source: 'modenatoday.it/guida/documenti (novembre 2022); tempi: guida del 2020',
    reviewedAt: '2022-11-01',
  },
  {
    slug: 'carta-identita-urgente',
    topic: 'identita',
    office: 'santi-40',
    it: {
      title: 'Carta d’identità urgente',
      summary: 'Per chi non può aspettare e lo può dimostrare.',
      whoCanAsk: 'Chi risiede a Modena e ha un’urgenza documentata, per esempio un viaggio o un esame.',
      whatToBring: [
        'La prova dell’urgenza, come un biglietto o una convocazione',
        'La carta che hai',
        'Una foto di non più di 6 mesi fa',
        'La tessera sanitaria con il codice fiscale',
      ],
      howTo: 'Vai allo sportello senza prenotare, negli orari del rilascio urgente.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'Da verificare: chiedilo all’operatore.',
      where:
        'Punto informativo, via Santi 40. Lunedì, martedì, mercoledì, venerdì e sabato 08:30–10:00; giovedì 08:45–10:00 e 14:15–16:00.',
    },
    en: {
      title: 'Urgent identity card',
      summary: 'For those who cannot wait and can prove it.',
      whoCanAsk: 'Residents of Modena with a proven urgency, such as a journey or an examination.',
      whatToBring: [
        'Proof of the urgency, such as a ticket or a summons',
        'The card you have',
        'A photo not older than 6 months',
        'Your health card with the tax code',
      ],
      howTo: 'Go to the desk without an appointment, in the hours of the urgent issue.',
      cost: 'To be checked: ask the operator.',
      time: 'To be checked: ask the operator.',
      where:
        'Information desk, via Santi 40. Monday, Tuesday, Wednesday, Friday and Saturday 08:30–10:00; Thursday 08:45–10:00 and 14:15–16:00.',
    },
    source: 'comune.modena.it, carta d’identità elettronica: rilasci urgenti (pagina senza data)',
  },
  {
    slug: 'carta-identita-cartacea',
    topic: 'identita',
    office: 'santi-40',
    it: {
      title: 'Carta d’identità di carta',
      summary: 'Non vale più dal 3 agosto 2026.',
      whoCanAsk: 'Chi ha ancora una carta d’identità di carta.',
      whatToBring: ['La carta di carta', 'Una foto tessera', 'La tessera sanitaria con il codice fiscale'],
      howTo: 'Chiedi la carta elettronica, anche se sulla carta di carta è scritta una data più lontana.',
      cost: 'Come per la carta d’identità elettronica.',
      time: 'Come per la carta d’identità elettronica.',
      where: 'Punto informativo, via Santi 40. Per prenotare: 059 2032077.',
    },
    en: {
      title: 'Paper identity card',
      summary: 'No longer valid since 3 August 2026.',
      whoCanAsk: 'Anyone who still has a paper identity card.',
      whatToBring: ['The paper card', 'A passport photo', 'Your health card with the tax code'],
      howTo: 'Ask for the electronic card, even if a later date is printed on the paper one.',
      cost: 'As for the electronic identity card.',
      time: 'As for the electronic identity card.',
      where: 'Information desk, via Santi 40. To book: 059 2032077.',
    },
    source: 'sabatosera.it (22 gennaio 2026)',
    reviewedAt: '2026-01-22',
  },
  {
    slug: 'oggetti-smarriti',
    topic: 'identita',
    office: 'oggetti-rinvenuti',
    it: {
      title: 'Documenti e oggetti smarriti',
      summary: 'Dove cercare quello che hai perso.',
      whoCanAsk: 'Chi ha perso qualcosa e chi ha trovato qualcosa.',
      whatToBring: [
        'Un documento d’identità',
        'Per biciclette e oggetti di valore: la denuncia',
        'Per un telefono: il codice, perché devi sbloccarlo davanti a noi',
      ],
      howTo: 'Telefona o scrivi per sapere se l’oggetto è stato trovato, poi vai a ritirarlo.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'Dopo un anno l’oggetto va a chi lo ha trovato.',
      where: 'Via del Murazzo 117. Telefono 059 2033247, oggettirinvenuti@comune.modena.it.',
    },
    en: {
      title: 'Lost documents and things',
      summary: 'Where to look for what you lost.',
      whoCanAsk: 'Whoever lost something and whoever found something.',
      whatToBring: [
        'An identity document',
        'For bicycles and valuables: the report to the police',
        'For a phone: its code, because you have to unlock it in front of us',
      ],
      howTo: 'Phone or write to learn whether it has been found, then come and collect it.',
      cost: 'To be checked: ask the operator.',
      time: 'After one year the thing goes to whoever found it.',
      where: 'Via del Murazzo 117. Phone 059 2033247, oggettirinvenuti@comune.modena.it.',
    },
    source: 'emiliaromagnanews24.it (2016); modenatoday.it (2023)',
    reviewedAt: '2023-01-01',
  },
]
