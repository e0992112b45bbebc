import type { SampleService } from '../shapes.ts'

export const MOBILITY_SERVICES: readonly SampleService[] = [
  {
    slug: 'multe',
    topic: 'multe-sosta',
    office: 'sanzioni',
    requiredSkills: ['mobilità'],
    related: ['ritiro-atti', 'permessi-ztl'],
    it: {
      title: 'Multe',
      summary: 'Informazioni su un verbale che hai ricevuto.',
      whoCanAsk: 'Chi ha ricevuto un verbale della Polizia Locale di Modena.',
      whatToBring: ['Il verbale', 'Un documento d’identità'],
      howTo:
        'Leggi sul verbale come pagare e come fare ricorso. Per chiarimenti vai all’Ufficio sanzioni o telefona.',
      cost: 'L’importo è scritto sul verbale.',
      time: 'I termini sono scritti sul verbale. Per i dubbi chiedi all’Ufficio sanzioni.',
      where:
        'Ufficio sanzioni: lunedì 14:30–18:00, mercoledì e venerdì 08:30–13:00; martedì 08:30–13:00 su appuntamento. Polizia Locale: 059 20314.',
    },
    en: {
      title: 'Fines',
      summary: 'Information about a fine that you received.',
      whoCanAsk: 'Whoever received a fine from the local police of Modena.',
      whatToBring: ['The notice of the fine', 'An identity document'],
      howTo: 'The notice says how to pay and how to appeal. For questions go to the fines office or phone.',
      cost: 'The amount is written on the notice.',
      time: 'The deadlines are written on the notice. If in doubt ask the fines office.',
      where:
        'Fines office: Monday 14:30–18:00, Wednesday and Friday 08:30–13:00; Tuesday 08:30–13:00 by appointment. Local police: 059 20314.',
    },
    source: 'sassuolo2000.it (26 luglio 2025)',
    reviewedAt: '2025-07-26',
  },
  {
    slug: 'permessi-ztl',
    topic: 'multe-sosta',
    office: 'polizia-locale',
    requiredSkills: ['mobilità'],
    related: ['multe', 'contrassegno-disabili'],
    it: {
      title: 'Permessi temporanei ZTL',
      summary: 'Per entrare in centro con l’auto per un giorno o poco più. Solo online.',
      whoCanAsk: 'Chi deve entrare nella zona a traffico limitato per un motivo ammesso.',
      whatToBring: ['SPID, CIE o CNS', 'La targa del veicolo'],
      howTo:
        'Chiedi il permesso su pass.brav.it/Modena/FrontOffice. Su questo totem non si entra con SPID: usa il tuo telefono.',
      cost: '4 euro se dovuti; marca da bollo 16 euro. Si paga con PagoPA, anche alle poste e dal tabaccaio.',
      time: 'I permessi giornalieri arrivano subito.',
      where: 'Solo online.',
    },
    en: {
      title: 'Temporary traffic zone permits',
      summary: 'To enter the centre by car for a day or little more. Online only.',
      whoCanAsk: 'Whoever must enter the limited traffic zone for an admitted reason.',
      whatToBring: ['SPID, CIE or CNS', 'The number plate of the vehicle'],
      howTo:
        'Ask for the permit on pass.brav.it/Modena/FrontOffice. You cannot log in with SPID on this totem: use your own phone.',
      cost: '€4 if due; stamp duty €16. You pay with PagoPA, also at post offices and tobacconists.',
      time: 'Daily permits come at once.',
      where: 'Online only.',
    },
    source: 'sassuolo2000.it (19 ottobre 2023)',
    reviewedAt: '2023-10-19',
  },
  {
    slug: 'contrassegno-disabili',
    topic: 'multe-sosta',
    office: 'sosta',
    requiredSkills: ['mobilità'],
    related: ['permessi-ztl', 'servizi-sociali'],
    it: {
      title: 'Contrassegno per persone con disabilità (CUDE)',
      summary: 'Per parcheggiare nei posti riservati: in città sono più di 2.500.',
      whoCanAsk: 'Chi ha il certificato dell’AUSL.',
      whatToBring: [
        'Il certificato dell’AUSL',
        'Un documento d’identità',
        'Le targhe da collegare, al massimo 2',
      ],
      howTo: 'Rivolgiti all’Ufficio sosta, anche per telefono o e-mail.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'Da verificare: chiedilo all’operatore.',
      where:
        'Ufficio sosta, viale Monte Kosica (ingresso da via Fontanelli). Telefono 059 241803, ufficiososta@modenaparcheggi.it. Orari da verificare.',
    },
    en: {
      title: 'Disabled parking badge (CUDE)',
      summary: 'To park in reserved spaces: there are more than 2,500 in town.',
      whoCanAsk: 'Whoever has the certificate of the health service (AUSL).',
      whatToBring: ['The AUSL certificate', 'An identity document', 'The number plates to link, at most 2'],
      howTo: 'Turn to the parking office, also by phone or e-mail.',
      cost: 'To be checked: ask the operator.',
      time: 'To be checked: ask the operator.',
      where:
        'Parking office, viale Monte Kosica (entrance from via Fontanelli). Phone 059 241803, ufficiososta@modenaparcheggi.it. Hours to be confirmed.',
    },
    source: 'lapressa.it (senza data)',
  },
]
