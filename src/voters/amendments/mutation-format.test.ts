import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkMutation } from './check-mutation.ts'
import { mutationColumns, mutationKinds } from './mutation-format.ts'

const page = readFileSync(new URL('../../../docs/formats/mutations.md', import.meta.url), 'utf8')

test('the format page has every column with what it says here, and every ground', () => {
  for (const { name, meaning } of mutationColumns) expect(page).toContain(`| \`${name}\` | ${meaning} |`)
  for (const [kind, grounds] of Object.entries(mutationKinds))
    expect(page).toContain(`| \`${kind}\` | ${grounds.map((ground) => `\`${ground}\``).join(', ')} |`)
})

const today = new Date('2029-06-01T08:00:00Z')
const strike = {
  ...{ kind: 'strike', list_number: '12', current_last_name: 'Peeters', ground: 'deceased' },
  ...{ decided_on: '2029-05-30', source: 'certificate 17' },
}

test('a mutation of today is one; of tomorrow it is none yet', () => {
  expect(checkMutation(2, { ...strike, decided_on: '2029-06-01' }, today).ok).toBe(true)
  const justAfterMidnight = new Date('2029-05-31T22:30:00Z')
  expect(checkMutation(2, { ...strike, decided_on: '2029-06-01' }, justAfterMidnight).ok).toBe(true)
  expect(checkMutation(2, { ...strike, decided_on: '2029-06-02' }, today)).toMatchObject({
    findings: [{ row: 2, column: 'decided_on', code: 'date-to-come' }],
  })
})

test.each([
  [{ ground: 'court-decision' }, 'unknown-ground'],
  [{ decided_on: '30/05/2029' }, 'not-a-date'],
  [{ source: 'x'.repeat(121) }, 'too-long'],
  [{ list_number: 'twelve' }, 'not-a-whole-number'],
  [{ current_last_name: '' }, 'missing-value'],
])('%j is answered', (cells, code) => {
  expect(checkMutation(2, { ...strike, ...cells }, today)).toMatchObject({ findings: [{ code }] })
})
