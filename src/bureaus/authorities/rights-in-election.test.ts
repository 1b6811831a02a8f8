import { describe, expect, test } from 'vitest'
import { bureauRulesSchema } from '../bureau-rules-file.ts'
import { mayChoose } from '../choosing/may-choose.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { AuthorityKind, Granted } from './authority.ts'
import {
  authorityRule,
  type BureauInArea,
  isHandedOver,
  mayAsAuthority,
  mayLookAt,
  opensAll,
} from './rights-in-election.ts'

/** What each court and main bureau sees, gets and does: no more than the rules of its election say. */

const local = loadBureauRules({ regime: 'LPKD' })
const federal = loadBureauRules({ regime: 'KWB' })

const bureau = (kind: BureauInArea['kind'], code = '', district?: string): BureauInArea => ({
  ...{ kind, code, district },
})
const polling = bureau('POLLING')
const counting = (code: string) => bureau('COUNTING', code)
const main = (code: string, district?: string) => bureau('MAIN', code, district)
const named = {
  ...{ polling, G: counting('G'), P: counting('P'), S: counting('S'), reserve: bureau('RESERVE', 'POLLING') },
  ...{ HG: main('MAIN_MUNICIPAL'), HS: main('MAIN_DISTRICT'), HP: main('MAIN_PROVINCE_DISTRICT') },
}
const seenBy = (kind: AuthorityKind, look: 'sees' | 'opens') =>
  Object.entries(named).flatMap(([name, one]) => (mayLookAt(local, { kind }, look, one) ? [name] : []))

describe('in a local election', () => {
  test.each([
    ['COURT', 'sees', Object.keys(named)],
    ['MUNICIPAL_MAIN', 'opens', Object.keys(named)],
    ['DISTRICT_MAIN', 'sees', ['polling', 'S', 'HS']],
    ['DISTRICT_MAIN', 'opens', ['polling', 'S', 'HS']],
    ['PROVINCE_DISTRICT_MAIN', 'sees', ['polling', 'P', 'HP']],
    ['PROVINCE_DISTRICT_MAIN', 'opens', ['P', 'HP']],
    ['CANTON_MAIN', 'sees', []],
    ['CONSTITUENCY_MAIN', 'sees', []],
  ] as const)('%s %s %j', (kind, look, bureaus) => {
    expect(seenBy(kind, look)).toEqual(bureaus)
  })

  test('only the court decides, and holds the draw', () => {
    for (const deed of ['designate', 'decideExcuses', 'draw'] as const)
      for (const { key } of local.authorities.kinds)
        expect(mayAsAuthority(local, key, deed), `${key} ${deed}`).toBe(key === 'COURT')
  })

  test('of a district nothing of another district is seen', () => {
    const noord: Granted = { kind: 'DISTRICT_MAIN', district: 'Noord' }
    expect(mayLookAt(local, noord, 'sees', bureau('POLLING', '', 'Noord'))).toBe(true)
    for (const elsewhere of ['Zuid', undefined, null])
      expect(mayLookAt(local, noord, 'sees', { ...polling, district: elsewhere })).toBe(false)
    const seat = { role: 'ASSESSOR' } as const
    expect(mayChoose(local, noord, { ...main('MAIN_DISTRICT', 'Noord'), ...seat })).toBe(true)
    expect(mayChoose(local, noord, { ...main('MAIN_DISTRICT', 'Zuid'), ...seat })).toBe(false)
    expect(opensAll(local, noord)).toBe(false)
  })

  test.each([
    ['MUNICIPAL_MAIN', 'MAIN_MUNICIPAL'],
    ['DISTRICT_MAIN', 'MAIN_DISTRICT'],
    ['PROVINCE_DISTRICT_MAIN', 'MAIN_PROVINCE_DISTRICT'],
  ] as const)('%s picks in %s, and in no other', (kind, own) => {
    const picked = local.mainBureaus.filter(({ key }) =>
      mayChoose(local, { kind }, { ...main(key), role: 'ASSESSOR' }),
    )
    expect(picked.map(({ key }) => key)).toEqual([own])
    expect(
      mayChoose(local, { kind }, { ...main(own), role: 'CHAIR' }),
      'the magistrate names its chair',
    ).toBe(false)
  })
})

describe('in an election by the Electoral Code', () => {
  const constituency = { kind: 'CONSTITUENCY_MAIN' } as const

  test('the main bureau of the constituency sees how all stand, opens itself, and gets the chairs', () => {
    expect(mayLookAt(federal, constituency, 'sees', polling)).toBe(true)
    expect(mayLookAt(federal, constituency, 'opens', polling)).toBe(false)
    expect(mayLookAt(federal, constituency, 'opens', main('MAIN_CONSTITUENCY'))).toBe(true)
    const handed = (one: BureauInArea, role: 'CHAIR' | 'ASSESSOR') =>
      isHandedOver(federal, constituency, { bureau: one, role })
    expect([handed(polling, 'CHAIR'), handed(polling, 'ASSESSOR')]).toEqual([true, false])
    expect(handed(main('MAIN_CANTON'), 'CHAIR')).toBe(false)
  })

  test('its chair picks the secretary, and decides on nobody', () => {
    const own = main('MAIN_CONSTITUENCY')
    expect(mayChoose(federal, constituency, { ...own, role: 'SECRETARY' })).toBe(true)
    expect(mayChoose(federal, constituency, { ...own, role: 'ASSESSOR' })).toBe(false)
    expect(mayChoose(federal, constituency, { ...main('MAIN_CANTON'), role: 'SECRETARY' })).toBe(false)
    for (const deed of ['designate', 'decideExcuses', 'draw'] as const)
      expect(mayAsAuthority(federal, 'CONSTITUENCY_MAIN', deed)).toBe(false)
  })
})

test('a main bureau that no law of the election names is none there', () => {
  expect(authorityRule(federal, 'DISTRICT_MAIN')).toBeUndefined()
  expect(authorityRule(local, 'CONSTITUENCY_MAIN')).toBeUndefined()
})

test('rules in which somebody decides on bureaus that they do not open do not pass', () => {
  const { authorities } = local
  const designate = { ...authorities.designate, value: ['DISTRICT_MAIN'] }
  const wrong = { ...local, authorities: { ...authorities, designate } }
  expect(bureauRulesSchema.safeParse(wrong).success).toBe(false)
})
