import { describe, expect, it } from 'vitest'
import english from '../../messages/en/privacy.json'
import italian from '../../messages/it/privacy.json'
import { privacyNotice } from './privacy-page.ts'

const FACTS = {
  bodyName: 'Comune di Carpi',
  phone: '059 649111',
  dataProtectionOfficer: 'rpd@comune.carpi.example',
  kept: { callbackHours: 1, logDays: 30 },
}
const said = (facts = FACTS) =>
  privacyNotice(italian, facts, 'it')
    .sections.flatMap(({ lines }) => lines)
    .join('\n')

describe('the full notice before a call', () => {
  it('names who processes the data, and how long this body keeps them', () => {
    expect(said()).toContain('Il titolare è Comune di Carpi.')
    expect(said()).toContain('Telefono: 059 649111')
    expect(said()).toContain('dopo la fine della richiesta: 1 ora.')
    expect(said()).toContain('con la nota dell’operatore: 30 giorni.')
  })

  it('leaves out a telephone that the body does not have', () => {
    expect(said({ ...FACTS, phone: '' })).not.toContain('Telefono')
  })

  it('names how the data protection officer is reached, or says that it is not known here', () => {
    expect(said()).toContain('(RPD): rpd@comune.carpi.example')
    expect(said()).not.toContain(italian.officerUnknown)
    const unknown = said({ ...FACTS, dataProtectionOfficer: '' })
    expect(unknown).toContain(italian.officerUnknown)
    expect(unknown).not.toMatch(/\(RPD\): /)
  })

  it('says in English all that it says in Italian, and leaves no place unfilled', () => {
    const [it, en] = [privacyNotice(italian, FACTS, 'it'), privacyNotice(english, FACTS, 'en')]
    const shape = ({ sections }: typeof it) => sections.map(({ key, lines }) => [key, lines.length])
    expect(shape(en)).toEqual(shape(it))
    expect(JSON.stringify([it, en])).not.toMatch(/[{]\w+[}]/)
    expect(JSON.stringify(en)).toContain('30 days')
  })
})
