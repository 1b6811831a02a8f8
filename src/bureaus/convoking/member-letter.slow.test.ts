import { expect, test } from 'vitest'
import { breaches } from '../../../test/verapdf.ts'
import { createTypesetter } from '../../platform/pdf/typesetter.ts'
import { typesetPlainDocument } from '../absences/plain-document.ts'
import { anAbsenceDocument, aSender } from '../absences/testing.ts'
import { instructionsFor } from './chair-instructions.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import { typesetMemberLetter } from './member-letter.ts'
import { letterBureaus, memberLetterKinds } from './member-letter-facts.ts'
import { memberLetterFacts } from './testing.ts'

const typesetter = createTypesetter()
const reason = 'Het attest zegt niet waarom je niet kunt komen.'

test('veraPDF finds PDF/UA-1 and PDF/A-2a in every letter of both regimes, and in a file of who stayed away', async (context) => {
  const all = (['KWB', 'LPKD'] as const).flatMap((regime) =>
    memberLetterKinds.map((letter) =>
      typesetMemberLetter(typesetter, memberLetterFacts({ regime, letter, reason })),
    ),
  )
  const instructions = instructionsFor(loadMemberLetters({ regime: 'LPKD' }), new Map(), {
    ...{ letter: 'designation', kind: 'POLLING', role: 'CHAIR' },
  })
  const others = letterBureaus.slice(2).map((kind) =>
    typesetMemberLetter(
      typesetter,
      memberLetterFacts({
        kind,
        role: 'DEPUTY_CHAIR',
        where: undefined,
        standbyFrom: '06:30',
        instructions,
      }),
    ),
  )
  const absences = typesetPlainDocument(typesetter, { ...anAbsenceDocument(), ...aSender })
  expect(await breaches(context, await Promise.all([...all, ...others, absences]))).toEqual([])
})

test('the same facts give the same bytes, another name others', async () => {
  const once = await typesetMemberLetter(typesetter, memberLetterFacts())
  expect(Buffer.from(await typesetMemberLetter(createTypesetter(), memberLetterFacts())).equals(once)).toBe(
    true,
  )
  const other = memberLetterFacts({ person: { ...memberLetterFacts().person, name: 'Jan Peeters' } })
  expect(Buffer.from(await typesetMemberLetter(typesetter, other)).equals(once)).toBe(false)
})
