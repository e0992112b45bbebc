import type { SampleService } from '../shapes.ts'

/** Births, deaths, marriages, and help with what is only online. */
export const CIVIL_STATUS_SERVICES: readonly SampleService[] = [
  {
    slug: 'dichiarazione-nascita',
    topic: 'famiglia-giovani',
    office: 'stato-civile',
    related: ['informafamiglie', 'certificati'],
    it: {
      title: 'Dichiarazione di nascita',
      summary: 'Un bambino nasce per la legge quando uno dei genitori lo dichiara.',
      whoCanAsk: 'Uno dei genitori. Se non sono sposati e vogliono riconoscerlo insieme, tutti e due.',
      whatToBring: ['L’attestazione di nascita che dà l’ospedale', 'Un documento d’identità valido'],
      howTo:
        'Dichiarala all’ospedale entro 3 giorni, oppure in Comune entro 10 giorni dalla nascita. Dopo serve spiegare perché si è in ritardo.',
      cost: 'È gratuita.',
      time: 'Si fa al momento, allo sportello.',
      where: 'Stato civile, via Santi 40. Orari da verificare: chiedi all’URP, telefono 059 20312.',
    },
    en: {
      title: 'Registering a birth',
      summary: 'By law a child exists once a parent has registered the birth.',
      whoCanAsk: 'One of the parents; both, if they are not married and recognise the child together.',
      whatToBring: ['The certificate of birth that the hospital gives', 'A valid identity document'],
      howTo:
        'Register it at the hospital within 3 days, or at the town hall within 10 days of the birth. Later you have to explain the delay.',
      cost: 'It is free.',
      time: 'It is done at once, at the desk.',
      where: 'Civil status office, via Santi 40. Hours to be confirmed: ask the URP, phone 059 20312.',
    },
    source: 'D.P.R. 396/2000, art. 30 (testo generale, da verificare)',
  },
  {
    slug: 'denuncia-morte',
    topic: 'famiglia-giovani',
    office: 'stato-civile',
    related: ['certificati', 'servizi-sociali'],
    it: {
      title: 'Dichiarazione di morte',
      summary: 'Di solito la fa per te l’impresa funebre.',
      whoCanAsk:
        'Un familiare, chi viveva con la persona, o chi è incaricato da loro, come l’impresa funebre.',
      whatToBring: [
        'Il certificato del medico che ha constatato la morte',
        'Un documento d’identità di chi dichiara',
        'Se l’hai: il documento della persona morta',
      ],
      howTo:
        'Va fatta entro 24 ore. Se è morta in ospedale o in una casa di cura, la comunica la struttura. Nei giorni di chiusura lo stato civile riceve solo queste dichiarazioni.',
      cost: 'La dichiarazione è gratuita.',
      time: 'Si fa al momento, allo sportello.',
      where: 'Stato civile e polizia mortuaria, via Santi 40. Orari da verificare: telefono 059 20312.',
    },
    en: {
      title: 'Reporting a death',
      summary: 'The undertaker usually does it for you.',
      whoCanAsk: 'A relative, whoever lived with the person, or whoever they ask to, such as the undertaker.',
      whatToBring: [
        'The certificate of the doctor who established the death',
        'An identity document of whoever reports it',
        'If you have it: the identity document of the person who died',
      ],
      howTo:
        'It is due within 24 hours. A hospital or nursing home reports it itself. On closing days the civil status office takes only these reports.',
      cost: 'Reporting is free.',
      time: 'It is done at once, at the desk.',
      where: 'Civil status office, via Santi 40. Hours to be confirmed: phone 059 20312.',
    },
    source: 'D.P.R. 396/2000, art. 72 (testo generale, da verificare); modena.gaiaitalia.com (2025)',
  },
  {
    slug: 'matrimonio',
    topic: 'famiglia-giovani',
    office: 'stato-civile',
    related: ['certificati', 'residenza'],
    it: {
      title: 'Matrimonio e unione civile',
      summary: 'Le pubblicazioni, la data, la sala.',
      whoCanAsk: 'Due persone maggiorenni e libere, anche se non vivono a Modena.',
      whatToBring: [
        'Un documento d’identità di ciascuno',
        'Per chi è straniero: il nulla osta del suo Paese',
      ],
      howTo:
        'Chiedi un appuntamento allo stato civile. Per il matrimonio prima si fanno le pubblicazioni; poi si sceglie il giorno, entro 180 giorni.',
      cost: 'Dipende dalla sala e dal giorno. Sulle pubblicazioni c’è una marca da bollo da 16 €.',
      time: 'Da verificare: chiedilo all’operatore.',
      where: 'Stato civile, via Santi 40. Orari da verificare: chiedi all’URP, telefono 059 20312.',
    },
    en: {
      title: 'Marriage and civil union',
      summary: 'The banns, the day, the room.',
      whoCanAsk: 'Two adults who are free to marry, even if they do not live in Modena.',
      whatToBring: [
        'An identity document of each',
        'For foreigners: the certificate of no impediment of their country',
      ],
      howTo:
        'Ask the civil status office for an appointment. Before a marriage come the banns; then you choose the day, within 180 days.',
      cost: 'It depends on room and day. The banns need a revenue stamp of 16 €.',
      time: 'To be checked: ask the operator.',
      where: 'Civil status office, via Santi 40. Hours to be confirmed: ask the URP, phone 059 20312.',
    },
    source: 'Codice civile, artt. 93–99 (testo generale, da verificare)',
  },
  {
    slug: 'digitale-facile',
    topic: 'residenza-certificati',
    office: 'urp',
    related: ['certificati', 'permessi-ztl'],
    it: {
      title: 'Aiuto con i servizi online',
      summary: 'Digitale Facile: una persona ti aiuta con SPID, CIE e moduli online, gratis.',
      whoCanAsk: 'Tutti, senza dover saper usare il computer.',
      whatToBring: ['Il tuo telefono, se ne hai uno', 'Un documento d’identità e la tessera sanitaria'],
      howTo:
        'Vieni in uno dei 7 punti Digitale Facile. Chiedi all’URP quale è il più vicino e quando è aperto.',
      cost: 'È gratuito.',
      time: 'Un incontro, di solito.',
      where: 'In 7 punti della città. Indirizzi e orari da verificare: telefono 059 20312.',
    },
    en: {
      title: 'Help with online services',
      summary: 'Digitale Facile: a person helps you with SPID, CIE and online forms, free of charge.',
      whoCanAsk: 'Everyone; you need not know how to use a computer.',
      whatToBring: ['Your phone, if you have one', 'An identity document and your health card'],
      howTo: 'Come to one of the 7 Digitale Facile points. Ask the URP which is nearest and when it is open.',
      cost: 'It is free.',
      time: 'Usually one meeting.',
      where: 'At 7 points in town. Addresses and hours to be confirmed: phone 059 20312.',
    },
    source: 'comune.modena.it, centri per la facilitazione digitale (pagina senza data)',
  },
]
