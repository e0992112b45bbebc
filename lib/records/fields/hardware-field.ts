import type { Field, GroupField, NumberFieldSingleValidation } from 'payload'
import {
  type HardwareTrouble,
  type TotemHardware,
  troubleWith,
  USUAL_HARDWARE,
} from '../../content/totem-hardware.ts'
import { enteredHardware } from '../entered-hardware.ts'

interface Measure {
  name: Exclude<keyof TotemHardware, 'documentCamera' | 'volumeDb'>
  label: string
  min: number
  max: number
  hint: string
  /** What is wrong between measures is said where it can be put right. */
  tells?: readonly HardwareTrouble['kind'][]
}

const SCREEN: readonly Measure[] = [
  {
    name: 'screenShortMm',
    label: 'Lato corto dello schermo (mm)',
    min: 265,
    max: 1200,
    hint: 'Il vetro che si accende, misurato con il metro. Schermi 16:9: 21,5″ = 268, 24″ = 299, 32″ = 398, 43″ = 535, 55″ = 685. Da qui dipende la grandezza di tasti e lettere.',
  },
  {
    name: 'viewingMm',
    label: 'Distanza di lettura (mm)',
    min: 400,
    max: 1500,
    hint: 'Dagli occhi di chi tocca fino al vetro: in piedi, di solito 600.',
    tells: ['too-far'],
  },
  {
    name: 'lowerEdgeMm',
    label: 'Altezza del bordo inferiore da terra (mm)',
    min: 300,
    max: 1200,
    hint: 'Del vetro che si accende.',
  },
  {
    name: 'reachLineMm',
    label: 'Altezza fin dove arriva la mano da seduti (mm da terra)',
    min: 800,
    max: 1220,
    hint: 'Con “Comandi in basso” non c’è niente da toccare più su. La norma (EN 301 549, 8.3) consiglia 1100 e non ammette più di 1220.',
    tells: ['line-below-edge', 'little-reach'],
  },
]

const TIMES: readonly Measure[] = [
  {
    name: 'readingSeconds',
    label: 'Senza tocchi, chi legge (secondi)',
    min: 30,
    max: 600,
    hint: 'Poi si chiede “Ci sei ancora?”, e dopo altri 30 secondi si torna all’inizio.',
  },
  {
    name: 'typingSeconds',
    label: 'Senza tocchi, chi scrive (secondi)',
    min: 60,
    max: 900,
    hint: 'Lo stesso dove c’è da scrivere: chi cerca una lettera ci mette di più.',
    tells: ['typing-before-reading'],
  },
  {
    name: 'restSeconds',
    label: 'Prima della presentazione (secondi)',
    min: 20,
    max: 3600,
    hint: 'Quanto la pagina iniziale resta ferma prima di mostrare, lingua dopo lingua, che cosa si può fare qui.',
  },
]

/** Measures, times and devices of one totem; each empty one has its default. */
export const hardwareField: GroupField = {
  name: 'hardware',
  label: 'Schermo e apparecchi',
  type: 'group',
  admin: {
    description:
      'Il totem li legge da sé entro pochi minuti, quando non c’è nessuno. Un campo vuoto vale quanto il valore predefinito.',
  },
  fields: [
    collapsible('Schermo', SCREEN.map(measureField)),
    collapsible('Tempi', TIMES.map(measureField)),
    collapsible('Telecamera e voce', [
      {
        name: 'documentCamera',
        label: 'Telecamera per i documenti',
        type: 'text',
        validate: (value: string | null | undefined) => cameraTrouble(value) ?? true,
        admin: {
          description:
            'Una parte del nome che il browser dà alla telecamera puntata sul piano, per esempio “HD USB Camera”. Vuoto: riconosciuta dalle marche più note; se non c’è, “Mostra un documento” usa quella del viso.',
        },
      },
      {
        name: 'volumeDb',
        label: 'Volume con cui comincia ogni cittadino',
        type: 'select',
        defaultValue: String(USUAL_HARDWARE.volumeDb),
        options: [
          { value: '-18', label: 'Più basso (−18 dB)' },
          { value: '-12', label: 'Basso (−12 dB)' },
          { value: '-6', label: 'Consueto (−6 dB)' },
          { value: '0', label: 'Alto (0 dB)' },
        ],
        admin: {
          description:
            'Sotto il massimo regolato sulle casse. Finita la visita torna qui: secondo la norma, non oltre 65 dBA all’orecchio (EN 301 549, 5.1.3.13).',
        },
      },
    ]),
  ],
}

function collapsible(label: string, fields: Field[]): Field {
  return { type: 'collapsible', label, admin: { initCollapsed: label !== 'Schermo' }, fields }
}

function measureField(measure: Measure): Field {
  const { name, label, min, max, hint } = measure
  return {
    name,
    label,
    type: 'number',
    defaultValue: USUAL_HARDWARE[name],
    min,
    max,
    validate: plausible(measure),
    admin: { description: hint },
  }
}

function plausible({ min, max, tells = [] }: Measure): NumberFieldSingleValidation {
  return (value, { siblingData }) => {
    if (value !== null && value !== undefined && (!Number.isInteger(value) || value < min || value > max))
      return `Scrivi un numero intero da ${min} a ${max}`
    const trouble = troubleWith(enteredHardware(siblingData))
    return trouble && tells.includes(trouble.kind) ? inWords(trouble) : true
  }
}

function inWords(trouble: HardwareTrouble): string {
  switch (trouble.kind) {
    case 'too-far':
      return `Su uno schermo così piccolo le lettere per questa distanza non ci stanno: al massimo ${trouble.farthestMm} mm`
    case 'line-below-edge':
      return 'Deve stare sopra il bordo inferiore dello schermo'
    case 'little-reach':
      return `Sotto questa linea lo schermo è troppo poco per i comandi: scrivi almeno ${trouble.leastLineMm}, o appendi lo schermo più in basso`
    case 'typing-before-reading':
      return 'Chi scrive deve avere almeno il tempo di chi legge'
  }
}

/** Longer than any name that a browser gives. */
const LONGEST_NAME = 120

function cameraTrouble(value: string | null | undefined): string | null {
  const { length } = (value ?? '').trim()
  if (length > LONGEST_NAME) return `Al massimo ${LONGEST_NAME} caratteri`
  return length === 0 || length >= 3
    ? null
    : 'Almeno 3 lettere: con meno, ogni telecamera potrebbe essere quella'
}
