import { DEFAULT_RULES, type Rules } from '../switchboard/settings.ts'
import type { Body } from './payload-types.ts'

type EnteredRules = NonNullable<Body['rules']>

/** One of the switchboard's rules as an administrator enters it. */
export interface RuleField {
  name: keyof EnteredRules
  rule: keyof Rules
  label: string
  unit: keyof typeof UNIT_MS
  min: number
  max: number
  hint?: string
  /** Must be more than this other field. */
  above?: keyof EnteredRules
}

/** How much of a rule one of a unit is. `number`: no time at all. */
const UNIT_MS = { number: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 24 * 3_600_000 }

/** What stands behind a label. */
export const UNIT_LABELS: Readonly<Record<RuleField['unit'], string>> = {
  number: '',
  seconds: ' (secondi)',
  minutes: ' (minuti)',
  hours: ' (ore)',
  days: ' (giorni)',
}

/** As the administration groups them. What is not here (leases, graces of a connection) is no town's business. */
export const RULE_GROUPS: readonly { label: string; fields: readonly RuleField[] }[] = [
  {
    label: 'Squillo ed esito',
    fields: [
      {
        name: 'ringSeconds',
        rule: 'ringMs',
        label: 'Quanto squilla una postazione',
        unit: 'seconds',
        min: 5,
        max: 120,
        hint: 'Poi la chiamata passa ad altri, e chi non ha risposto non ne riceve finché non dice “Ci sono”.',
      },
      {
        name: 'declinePauseSeconds',
        rule: 'declineBackOffMs',
        label: 'Pausa dopo un rifiuto',
        unit: 'seconds',
        min: 0,
        max: 600,
      },
      {
        name: 'wrapUpSeconds',
        rule: 'wrapUpMs',
        label: 'Tempo per l’esito',
        unit: 'seconds',
        min: 0,
        max: 600,
        hint: 'Dopo ogni chiamata; finito il tempo l’operatore è di nuovo libero.',
      },
      {
        name: 'wrapUpExtensionSeconds',
        rule: 'wrapUpExtensionMs',
        label: 'Quanto vale “Prolunga”',
        unit: 'seconds',
        min: 0,
        max: 600,
      },
    ],
  },
  {
    label: 'Attesa',
    fields: [
      {
        name: 'queueLimit',
        rule: 'queueLimit',
        label: 'Quante chiamate possono attendere',
        unit: 'number',
        min: 1,
        max: 500,
        hint: 'Oltre, al cittadino si propongono subito telefono e richiamata.',
      },
      {
        name: 'maxWaitSeconds',
        rule: 'maxWaitMs',
        label: 'Attesa massima',
        unit: 'seconds',
        min: 60,
        max: 7200,
      },
      {
        name: 'stillHereSeconds',
        rule: 'stillHereAfterMs',
        label: 'Ogni quanto si chiede “Sei ancora qui?”',
        unit: 'seconds',
        min: 0,
        max: 3600,
        hint: '0: mai.',
      },
      {
        name: 'stillHereAnswerSeconds',
        rule: 'stillHereAnswerMs',
        label: 'Quanto tempo ha per rispondere “Sono qui”',
        unit: 'seconds',
        min: 10,
        max: 300,
      },
      {
        name: 'closingGraceMinutes',
        rule: 'closingGraceMs',
        label: 'Per quanto si serve ancora chi attende alla chiusura',
        unit: 'minutes',
        min: 0,
        max: 120,
      },
      {
        name: 'priorityRisesSeconds',
        rule: 'priorityRisesEveryMs',
        label: 'Quanta attesa vale un livello di priorità',
        unit: 'seconds',
        min: 0,
        max: 7200,
        hint: '0: chi ha più priorità (per esempio una chiamata trasferita) passa sempre prima, per quanto gli altri attendano.',
      },
    ],
  },
  {
    label: 'A chi si chiede',
    fields: [
      {
        name: 'wishesSeconds',
        rule: 'skillsRelaxAfterMs',
        label: 'Quanto si aspetta chi parla la lingua o sa la lingua dei segni',
        unit: 'seconds',
        min: 0,
        max: 3600,
        hint: 'Poi risponde chiunque altro possa. Un servizio può stabilire un tempo suo.',
      },
      {
        name: 'preferredSeconds',
        rule: 'preferredRelaxAfterMs',
        label: 'Quanto si aspetta l’operatore che conosce già il cittadino',
        unit: 'seconds',
        min: 0,
        max: 3600,
      },
      {
        name: 'transferOperatorSeconds',
        rule: 'transferTargetMs',
        label: 'Quanto una chiamata trasferita aspetta l’operatore a cui è mandata',
        unit: 'seconds',
        min: 0,
        max: 3600,
      },
      {
        name: 'transferOfficeSeconds',
        rule: 'transferOfficeMs',
        label: 'Quanto una chiamata trasferita aspetta l’ufficio a cui è mandata',
        unit: 'seconds',
        min: 0,
        max: 3600,
      },
    ],
  },
  {
    label: 'In chiamata',
    fields: [
      {
        name: 'holdRecallSeconds',
        rule: 'holdRecallMs',
        label: 'Quando si ricorda all’operatore chi è in attesa',
        unit: 'seconds',
        min: 10,
        max: 1800,
      },
      {
        name: 'holdLimitMinutes',
        rule: 'holdLimitMs',
        label: 'Durata massima di un’attesa in chiamata',
        unit: 'minutes',
        min: 1,
        max: 60,
        above: 'holdRecallSeconds',
      },
      {
        name: 'consultLimitMinutes',
        rule: 'consultLimitMs',
        label: 'Durata massima di un consulto tra colleghi',
        unit: 'minutes',
        min: 1,
        max: 60,
      },
    ],
  },
  {
    label: 'Richiamate',
    fields: [
      {
        name: 'callbackRetryMinutes',
        rule: 'callbackRetryMs',
        label: 'Dopo quanto si riprova un numero che non risponde',
        unit: 'minutes',
        min: 1,
        max: 1440,
      },
      {
        name: 'callbackAttempts',
        rule: 'callbackAttempts',
        label: 'Quante volte si prova',
        unit: 'number',
        min: 1,
        max: 10,
      },
      {
        name: 'callbackExpiresHours',
        rule: 'callbackExpiresMs',
        label: 'Dopo quanto una richiesta scade',
        unit: 'hours',
        min: 1,
        max: 720,
        hint: 'Mai prima che il servizio abbia riaperto una volta.',
      },
      {
        name: 'callbackRetentionHours',
        rule: 'callbackRetentionMs',
        label: 'Per quanto si conserva il numero dopo la fine',
        unit: 'hours',
        min: 0,
        max: 720,
        hint: 'Poi numero e motivo sono cancellati.',
      },
      {
        name: 'callbackWindowMinutes',
        rule: 'callbackWindowMs',
        label: 'Durata delle fasce orarie da scegliere',
        unit: 'minutes',
        min: 15,
        max: 600,
      },
      {
        name: 'callbacksPerTotem',
        rule: 'callbacksPerTotem',
        label: 'Quante richieste aperte per totem',
        unit: 'number',
        min: 1,
        max: 200,
      },
    ],
  },
  {
    label: 'Misure',
    fields: [
      {
        name: 'serviceLevelSeconds',
        rule: 'serviceLevelMs',
        label: 'Entro quando una risposta è puntuale',
        unit: 'seconds',
        min: 5,
        max: 600,
      },
      {
        name: 'shortAbandonSeconds',
        rule: 'shortAbandonMs',
        label: 'Chi lascia prima di questo tempo non aveva atteso',
        unit: 'seconds',
        min: 0,
        max: 60,
      },
      {
        name: 'assumedHandleMinutes',
        rule: 'assumedHandleMs',
        label: 'Durata di una chiamata, finché non la insegnano le prime',
        unit: 'minutes',
        min: 1,
        max: 60,
        hint: 'Dallo squillo alla fine dell’esito: serve a stimare le attese.',
      },
      {
        name: 'assumedPatienceMinutes',
        rule: 'assumedPatienceMs',
        label: 'Dopo quanta attesa si rinuncia, finché non lo insegnano le prime',
        unit: 'minutes',
        min: 1,
        max: 120,
      },
      {
        name: 'logRetentionDays',
        rule: 'logRetentionMs',
        label: 'Per quanto si conservano le chiamate una per una',
        unit: 'days',
        min: 1,
        max: 1830,
        hint: 'Poi restano i conteggi di ogni giorno, senza chiamate né persone. Se lo accorci, quelle più vecchie sono cancellate subito.',
      },
    ],
  },
]

/** The default of a rule in the unit of its field. */
export const defaultOf = ({ rule, unit }: RuleField): number => DEFAULT_RULES[rule] / UNIT_MS[unit]

/** What is entered in this field, in the unit of the rule. */
export const ruleValue = ({ unit }: RuleField, entered: number): number => entered * UNIT_MS[unit]

/** The rules as a body's record has them; what is left empty keeps its default. */
export function rulesOf(entered: Body['rules']): Partial<Rules> {
  const rules: Partial<Rules> = {}
  for (const field of RULE_GROUPS.flatMap(({ fields }) => fields)) {
    const value = entered?.[field.name]
    if (typeof value === 'number') rules[field.rule] = ruleValue(field, value)
  }
  return rules
}
