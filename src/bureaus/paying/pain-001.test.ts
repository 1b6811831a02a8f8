import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { xsdFaults } from '../../../test/xsd.ts'
import { pain001 } from './pain-001.ts'
import { makeBatch, type PayableClaim } from './payment-batch.ts'
import { aClaim, anOrder } from './testing.ts'

const schema = 'pain.001.001.09.xsd'

function written(claims: readonly PayableClaim[], order = anOrder()): string {
  return [...pain001(expectOk(makeBatch(claims, order)).batch)].join('')
}

/** What another program reads at a path of the file. */
function readBack(xml: string, path: string): string[] {
  using document = XmlDocument.fromString(xml)
  const nodes = document.find(path, { p: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09' })
  return nodes.map((node) => node.content)
}

/** Three people, amounts of both regimes: 50.00 + 10.17, 37.50, 0.05. */
const three = [
  aClaim({ claimId: 'a', fee: 50_00, travel: 10_17 }),
  aClaim({ claimId: 'b', name: 'Ann <Ça> & Zoë "Ø"', iban: 'NL91ABNA0417164300', fee: 37_50 }),
  aClaim({ claimId: 'c', name: 'X'.repeat(100), bic: 'GKCCBEBB', fee: 0, travel: 5 }),
]

describe('the file for the bank', () => {
  const xml = written(three)

  test('keeps to the schema of ISO 20022 and the European Payments Council', () => {
    expect(xsdFaults(schema, xml)).toEqual([])
  })

  test('the schema does see faults', () => {
    expect(xsdFaults(schema, xml.replace('<Cd>SEPA</Cd>', '<Cd>SWIFT</Cd>')).join()).toContain('SWIFT')
    expect(xsdFaults(schema, xml.replace(/<CtrlSum>[^<]*<\/CtrlSum>/, ''))).not.toEqual([])
  })

  test('its sum is what one gets by hand: 60.17 + 37.50 + 0.05 = 97.72', () => {
    expect(readBack(xml, '//p:CtrlSum')).toEqual(['97.72', '97.72'])
    expect(readBack(xml, '//p:NbOfTxs')).toEqual(['3', '3'])
    expect(readBack(xml, '//p:InstdAmt').toSorted()).toEqual(['0.05', '37.50', '60.17'])
  })

  test('names are in letters that a bank passes on, and fit', () => {
    expect(readBack(xml, '//p:Cdtr/p:Nm').toSorted()).toEqual([
      "Ann .Ca. + Zoe 'O'",
      'Lien Peeters',
      'X'.repeat(70),
    ])
  })

  test('no national number goes to the bank', () => {
    expect(xml).not.toContain('90.61.01')
    expect(xml).not.toContain('906101')
  })

  test('payer without enterprise number or with a BIC', () => {
    const payer = { name: 'FOD Binnenlandse Zaken', iban: 'BE71096123456769', bic: 'GKCCBEBB' }
    expect(xsdFaults(schema, written(three, anOrder({ payer })))).toEqual([])
  })

  test('a long message is cut to 140', () => {
    const long = written(three, anOrder({ about: 'woord '.repeat(60) }))
    expect(xsdFaults(schema, long)).toEqual([])
    expect(readBack(long, '//p:Ustrd').every((text) => text.length <= 140)).toBe(true)
  })
})

describe('the same payment is never another one', () => {
  test('the same claims in another order give the same bytes', () => {
    expect(written(three.toReversed())).toBe(written(three))
  })

  test('a claim keeps its id in another batch, and the batch gets another', () => {
    const ids = readBack(written(three), '//p:EndToEndId')
    const [id] = readBack(written([three[0]!]), '//p:EndToEndId')
    expect(ids).toContain(id)
    expect(readBack(written([three[0]!]), '//p:MsgId')).not.toEqual(readBack(written(three), '//p:MsgId'))
  })

  test('ids say nothing of the person and fit', () => {
    const ids = readBack(written(three), '//p:EndToEndId')
    for (const id of ids) expect(id).toMatch(/^KLP[0-9a-f]{32}$/)
    const other = written(three.map((claim) => ({ ...claim, name: 'Iemand Anders', nationalNumber: '' })))
    expect(readBack(other, '//p:EndToEndId')).toEqual(ids)
  })

  test('what the bank sent back is paid under another id', () => {
    const again = written([{ ...three[0]!, attempt: 2 }])
    expect(readBack(again, '//p:EndToEndId')).not.toEqual(readBack(written([three[0]!]), '//p:EndToEndId'))
  })
})

describe('no batch', () => {
  test.each([
    ['without claims', [], 'no-claims', undefined],
    ['with a claim twice', [aClaim(), aClaim({ attempt: 2 })], 'claim-twice', undefined],
    ['with a wrong account', [aClaim({ iban: 'BE68539007547035' })], 'account', 'claim-1'],
    ['with an account with spaces', [aClaim({ iban: 'BE68 5390 0754 7034' })], 'account', 'claim-1'],
    ['with a BIC that is none', [aClaim({ bic: 'GKCC' })], 'account', 'claim-1'],
    ['with a name in other letters', [aClaim({ name: 'Δημήτρης' })], 'name', 'claim-1'],
    ['of nothing', [aClaim({ fee: 0 })], 'amount', 'claim-1'],
    ['of half a cent', [aClaim({ fee: 0.5 })], 'amount', 'claim-1'],
    ['of less than nothing', [aClaim({ fee: 100, travel: -50 })], 'amount', 'claim-1'],
  ] as const)('%s', (_, claims, because, detail) => {
    expect(makeBatch(claims, anOrder())).toEqual({ ok: false, because, ...(detail && { detail }) })
  })

  test.each([
    ['from a wrong account', { payer: { name: 'Provincie', iban: 'BE00' } }, 'payer-account'],
    ['from a bank that is none', { payer: { ...anOrder().payer, bic: '?' } }, 'payer-account'],
    [
      'by who has a name without letters that a bank reads',
      { payer: { ...anOrder().payer, name: 'Министерство' } },
      'payer-name',
    ],
    ['on a day that is none', { payOn: '2030-02-30' }, 'pay-day'],
  ])('%s', (_, order, because) => {
    expect(makeBatch([aClaim()], anOrder(order))).toEqual({ ok: false, because })
  })
})

test('whatever people are called: a file that keeps to the schema, or no file', () => {
  const text = fc.string({ unit: 'binary', maxLength: 160 })
  fc.assert(
    fc.property(text, text, text, (name, about, bureau) => {
      const made = makeBatch([aClaim({ name: `Lien ${name}`, bureau })], anOrder({ about }))
      expect(xsdFaults(schema, [...pain001(expectOk(made).batch)].join(''))).toEqual([])
    }),
    { numRuns: 20 },
  )
})
