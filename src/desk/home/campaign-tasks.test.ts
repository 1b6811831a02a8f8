import { expect, test } from 'vitest'
import type { CampaignFacts } from './campaign-overview.ts'
import { stepHint } from './campaign-tasks.ts'

const hint = (printed: number, exceptions: number, toPrint = 0) =>
  stepHint('print', { onPaper: { printed, exceptions, ended: 7 }, toPrint } as CampaignFacts)

test('the overview counts as printed what the certificate does; letters without post stand beside it', () => {
  expect(hint(1190, 10)).toBe(
    'In een drukbestand: 1.190 brieven. 10 brieven kunnen niet met de post bezorgd worden.',
  )
  expect(hint(1190, 0, 1)).toBe('In een drukbestand: 1.190 brieven. Nog in geen bestand: 1 brief.')
  expect(hint(0, 0, 300), 'nothing was printed').toBe('Voor de brieven op papier.')
})
