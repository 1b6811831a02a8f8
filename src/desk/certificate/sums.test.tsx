import { expect, test } from 'vitest'
import type { Reconciled } from '../../letters/index.ts'
import { Sums } from './sums.tsx'

const digital = {
  ...{ voters: 10, delivered: 6, inactive: 0, unreachable: { unknown: 4 } },
  ...{ refused: {}, unconfirmed: {}, waiting: {} },
}
const list = { frozen: 10, added: 0, struck: 0, withoutBallot: 0, voters: 10 }
const shown = (reconciliation: object) =>
  String(
    <Sums
      reconciled={
        {
          balanced: true,
          faults: [],
          reconciliation: { list, digital, sections: [], faults: [], ...reconciliation },
        } as unknown as Reconciled
      }
    />,
  )

test('where not everybody gets paper the sum of it is about who does', () => {
  const html = shown({
    policy: 'paper-for-the-rest',
    paper: { voters: 4, printed: 3, exceptions: { abroad: 1 } },
  })
  expect(html).toContain('Dat zijn alle 10 kiezers: 6 + 0 + 4 + 0 = 10.')
  expect(html).toContain('Dat zijn alle 4 kiezers die een brief op papier krijgen: 3 + 1 = 4.')
  expect(html).toContain('Op papier zijn de 4 kiezers geteld die papier krijgen.')
  expect(html).not.toContain('in de e-Box en op papier')
})

test('where everybody gets paper it is about all, and a sum that is short says what it should be', () => {
  const html = shown({ policy: 'paper-for-all', paper: { voters: 10, printed: 8, exceptions: {} } })
  expect(html).toContain('Samen moeten dit 10 kiezers zijn. Nu is het: 8 + 0 = 8.')
})
