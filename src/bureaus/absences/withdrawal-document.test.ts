import { expect, test } from 'vitest'
import { withdrawalDocument } from './withdrawal-document.ts'

const election = { name: 'Lokale verkiezingen', pollingDay: '2030-10-13' }

test.each([
  ['ABSENT', undefined, 'afwezig'],
  ['LATE', 12, '12 minuten'],
  ['LEFT', undefined, 'ging weg voor het einde'],
] as const)('what was reported as %s is taken back as that', (fact, minutesLate, said) => {
  const document = withdrawalDocument(election, {
    bureau: { kind: 'POLLING', number: '7' },
    addressee: 'justice-of-the-peace',
    file: { version: 1, sentOn: '2030-10-16' },
    member: {
      ...{ assignmentId: 'a', name: 'Lotte Peeters', role: 'ASSESSOR', designatedOn: '2030-09-01' },
      ...{ told: [], laterEvidence: [], weaknesses: [], fact, minutesLate },
    },
  })
  expect(document.parts[0]!.lines.map(({ text }) => text).join('; ')).toContain(said)
})
