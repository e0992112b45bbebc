import type { SampleService } from '../shapes.ts'

export const RESIDENCE_SERVICES: readonly SampleService[] = [
  {
    slug: 'residenza',
    topic: 'residenza-certificati',
    office: 'residenza',
    requiredSkills: ['anagrafe'],
    it: {
      title: 'Cambio di residenza',
      summary: 'Quando vieni ad abitare a Modena o cambi casa in città.',
      whoCanAsk: 'Chi si trasferisce a Modena o cambia indirizzo, anche per la sua famiglia.',
      whatToBring: [
        'I documenti d’identità di tutti gli adulti',
        'La patente',
        'I documenti dei veicoli',
        'Il titolo della casa (contratto o atto) oppure la dichiarazione del proprietario',
      ],
      howTo:
        'Presenta la dichiarazione con i documenti. Chiedi all’operatore se puoi farlo senza venire allo sportello.',
      cost: 'Da verificare: chiedilo all’operatore.',
      time: 'Registrazione in 2 giorni lavorativi, controlli entro 45 giorni (testo di un comune vicino, da verificare).',
      where: 'Via Santi 40, mercoledì e venerdì 08:30–12:00 (pagina vecchia, da verificare).',
    },
    en: {
      title: 'Change of residence',
      summary: 'When you come to live in Modena or move within the town.',
      whoCanAsk: 'Whoever moves to Modena or changes address, also for their family.',
      whatToBring: [
        'Identity documents of all adults',
        'Driving licence',
        'Vehicle papers',
        'Title to the home (contract or deed) or the owner’s declaration',
      ],
      howTo:
        'Hand in the declaration with the documents. Ask the operator whether you can do it without coming.',
      cost: 'To be checked: ask the operator.',
      time: 'Registered in 2 working days, checks within 45 days (text of a neighbouring town, to be checked).',
      where: 'Via Santi 40, Wednesday and Friday 08:30–12:00 (old page, to be checked).',
    },
    source: 'comune.modena.it/servizidemografici (pagina senza data); comune.formigine.mo.it',
  },
  {
    slug: 'certificati',
    topic: 'residenza-certificati',
    office: 'santi-40',
    requiredSkills: ['anagrafe'],
    it: {
      title: 'Certificati',
      summary: 'Residenza, stato di famiglia, cittadinanza, nascita, matrimonio, morte e altri.',
      whoCanAsk: 'Per i tuoi certificati: tu. Per gli altri: chiedi all’operatore.',
      whatToBring: ['Online: SPID, CIE o CNS', 'Allo sportello: un documento d’identità'],
      howTo:
        'Scaricali online dall’Anagrafe nazionale (ANPR). Su questo totem non si entra con SPID: usa il tuo telefono o computer.',
      cost: 'Da verificare: dipende dal certificato e dall’uso.',
      time: 'Online subito.',
      where: 'Online su ANPR, oppure in via Santi 40.',
    },
    en: {
      title: 'Certificates',
      summary: 'Residence, family status, citizenship, birth, marriage, death and others.',
      whoCanAsk: 'For your own certificates: you. For those of others: ask the operator.',
      whatToBring: ['Online: SPID, CIE or CNS', 'At the desk: an identity document'],
      howTo:
        'Download them online from the national register (ANPR). You cannot log in with SPID on this totem: use your own phone or computer.',
      cost: 'To be checked: it depends on the certificate and its use.',
      time: 'Online at once.',
      where: 'Online on ANPR, or in via Santi 40.',
    },
    source: 'comune.modena.it, certificati online: domande frequenti (pagina senza data)',
  },
  {
    slug: 'tessera-elettorale',
    topic: 'residenza-certificati',
    office: 'elettorale',
    it: {
      title: 'Ufficio elettorale',
      summary: 'Tessera elettorale e iscrizione alle liste.',
      whoCanAsk: 'Chi vota a Modena.',
      whatToBring: ['Un documento d’identità'],
      howTo: 'Vai all’ufficio elettorale. Il certificato di iscrizione alle liste si scarica anche da ANPR.',
      cost: 'Il certificato di iscrizione alle liste su ANPR è gratuito.',
      time: 'Da verificare: chiedilo all’operatore.',
      where: 'Via Santi 40, primo piano. Lunedì–sabato 08:30–12:30, giovedì anche 14:00–18:00.',
    },
    en: {
      title: 'Electoral office',
      summary: 'Voting card and electoral roll.',
      whoCanAsk: 'Whoever votes in Modena.',
      whatToBring: ['An identity document'],
      howTo: 'Go to the electoral office. The certificate of enrolment can also be downloaded from ANPR.',
      cost: 'The certificate of enrolment is free on ANPR.',
      time: 'To be checked: ask the operator.',
      where: 'Via Santi 40, first floor. Monday–Saturday 08:30–12:30, Thursday also 14:00–18:00.',
    },
    source: 'modena2000.it (4 maggio 2024)',
    reviewedAt: '2024-05-04',
  },
]
