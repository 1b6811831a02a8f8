import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { xsdFaults } from '../../../test/xsd.ts'
import { pain001 } from './pain-001.ts'
import { makeBatch } from './payment-batch.ts'
import { aClaim, anOrder } from './testing.ts'

test('a hundred thousand payments are written in small pieces, and keep to the schema', () => {
  const claims = Array.from({ length: 100_000 }, (_, at) => aClaim({ claimId: `claim-${at}` }))
  const { batch } = expectOk(makeBatch(claims, anOrder()))
  const pieces = [...pain001(batch)]
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(256 * 1024)
  const xml = pieces.join('')
  expect(xml.match(/<EndToEndId>/g)).toHaveLength(100_000)
  expect(xml).toContain('<CtrlSum>5000000.00</CtrlSum>')
  expect(xsdFaults('pain.001.001.09.xsd', xml)).toEqual([])
}, 240_000)
