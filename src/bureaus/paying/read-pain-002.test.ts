import { describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { makeBatch } from './payment-batch.ts'
import { outcomesOf, type PaymentReport } from './payment-report.ts'
import { readPain002 } from './read-pain-002.ts'
import { aClaim, anOrder } from './testing.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const { batch } = expectOk(
  makeBatch(
    ['a', 'b', 'c'].map((claimId) => aClaim({ claimId })),
    anOrder(),
  ),
)
const [first, second, third] = batch.payments.map(({ endToEndId }) => endToEndId) as [string, string, string]

function aReport(group: string, payments = '', version = '10', head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${head}
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK1</MsgId><CreDtTm>2030-11-15T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${batch.batchId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch.batchId}</OrgnlPmtInfId>
${payments}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
}

function aPayment(id: string, status: string, more = ''): string {
  return `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${more}</TxInfAndSts>\n`
}

const closed =
  '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account of Lien Peeters closed</AddtlInf></StsRsnInf>'

function outcomes(report: PaymentReport) {
  const { byPayment, faults } = expectOk(outcomesOf(batch, report)).outcomes
  return { said: Object.fromEntries(byPayment), faults }
}

function read(xml: string): PaymentReport {
  return expectOk(readPain002(bytes(xml))).report
}

describe('what a bank says', () => {
  test('one paid, one sent back with a reason, one under way', () => {
    const three = aPayment(first, 'ACSC') + aPayment(second, 'RJCT', closed) + aPayment(third, 'ACSP')
    expect(outcomes(read(aReport('<GrpSts>PART</GrpSts>', three)))).toEqual({
      said: {
        [first]: { state: 'paid' },
        [second]: { state: 'rejected', reason: 'AC04' },
        [third]: { state: 'pending' },
      },
      faults: [],
    })
  })

  test('all is sent back, without a word of each', () => {
    const report = read(aReport('<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>DUPL</Prtry></Rsn></StsRsnInf>'))
    const rejected = { state: 'rejected', reason: 'DUPL' }
    expect(outcomes(report).said).toEqual({ [first]: rejected, [second]: rejected, [third]: rejected })
  })

  test('all is taken, but for one', () => {
    const report = read(aReport('<GrpSts>ACSC</GrpSts>', aPayment(second, 'RJCT')))
    expect(outcomes(report).said).toMatchObject({
      [first]: { state: 'paid' },
      [second]: { state: 'rejected' },
    })
  })

  test('in part: who is not named stays as it was', () => {
    expect(outcomes(read(aReport('<GrpSts>PART</GrpSts>', aPayment(first, 'ACSC')))).said).toEqual({
      [first]: { state: 'paid' },
    })
  })

  test('version 3, with a prefix and a byte order mark', () => {
    const xml = aReport('<GrpSts>ACSC</GrpSts>', '', '03')
    const prefixed = xml.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:').replace('xmlns=', 'xmlns:n=')
    expect(read(`\ufeff${prefixed}`)).toEqual(read(xml))
  })

  test('free text, which may name people, is not kept', () => {
    const report = read(aReport('', aPayment(first, 'RJCT', closed)))
    expect(JSON.stringify(report)).not.toContain('Peeters')
  })
})

describe('what is not taken, with its line', () => {
  test.each([
    ['a payment without its id', '<TxInfAndSts><TxSts>RJCT</TxSts></TxInfAndSts>', 'no-payment-id'],
    ['a status that is not in the standard', aPayment(first, 'XXXX'), 'unknown-state'],
    ['a status with the name of a method', aPayment(first, 'toString'), 'unknown-state'],
    ['a payment of others', aPayment('KLPother', 'ACSC'), 'not-in-this-batch'],
    ['paid and sent back', aPayment(first, 'ACSC') + aPayment(first, 'RJCT'), 'said-otherwise'],
  ])('%s', (_, payments, code) => {
    const { faults } = outcomes(read(aReport('', payments)))
    expect(faults).toEqual([{ at: expect.any(Number), code }])
    expect(faults[0]!.at).toBeGreaterThanOrEqual(6)
  })

  test('a report on another batch', () => {
    const report = read(aReport('<GrpSts>RJCT</GrpSts>').replaceAll(batch.batchId, 'KLBother'))
    expect(outcomesOf(batch, report)).toEqual({ ok: false, because: 'another-batch' })
  })
})

describe('a hostile file is refused', () => {
  const bomb = `<!DOCTYPE Document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`
  const good = aReport('<GrpSts>ACSC</GrpSts>')
  test.each([
    ['an entity bomb', aReport('<GrpSts>&c;</GrpSts>', '', '10', bomb), 'doctype'],
    ['a document type, even an empty one', aReport('', '', '10', '<!DOCTYPE Document>'), 'doctype'],
    ['a file of ours', aReport('', '', '10', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), 'doctype'],
    ['an entity that nobody declared', aReport('<GrpSts>&c;</GrpSts>'), 'not-xml'],
    ['tags that do not match', good.replace('</CstmrPmtStsRpt>', '</Other>'), 'not-xml'],
    ['a file that stops', good.slice(0, -20), 'not-xml'],
    ['two documents', good + good.slice(good.indexOf('<Document')), 'not-xml'],
    ['nothing', '', 'not-xml'],
    ['a payment order', good.replaceAll('pain.002', 'pain.001'), 'not-pain-002'],
    ['no namespace', good.replace(/ xmlns="[^"]*"/, ''), 'not-pain-002'],
    ['a report that names no batch', good.replace(/<OrgnlMsgId>.*<\/OrgnlMsgId>/, ''), 'not-pain-002'],
    ['very deep', good.replace('<GrpHdr>', `${'<x>'.repeat(1000)}<GrpHdr>`), 'not-pain-002'],
    ['another encoding', good.replace('UTF-8', 'ISO-8859-1'), 'not-utf-8'],
  ])('%s', (_, xml, because) => {
    expect(readPain002(bytes(xml))).toMatchObject({ ok: false, because })
  })

  test('bytes that are no UTF-8', () => {
    expect(readPain002(new Uint8Array([0x3c, 0xff, 0xfe]))).toMatchObject({ ok: false, because: 'not-utf-8' })
  })

  test('a file that is too large is not looked into', () => {
    expect(readPain002(new Uint8Array(128 * 1024 * 1024 + 1))).toEqual({ ok: false, because: 'too-large' })
  })
})
