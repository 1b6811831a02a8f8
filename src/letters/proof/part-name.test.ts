import { expect, test } from 'vitest'
import type { Election } from '../../elections/index.ts'
import { partName } from './part-name.ts'

const statements = [
  { key: 'st.correction', text: 'Deze brief vervangt de brief die je eerder kreeg.' },
  { key: 'st.noLetter', title: 'Geen brief bij de hand?', text: 'Ga toch stemmen.' },
]
const election = { ruleset: { statements } } as unknown as Pick<Election, 'ruleset'>

test.each([
  ['text st.noLetter', 'mededeling “Geen brief bij de hand?”'],
  ['statement st.noLetter', 'mededeling “Geen brief bij de hand?”'],
  ['text st.correction', 'mededeling “Deze brief vervangt de brief die je eerder kreeg.”'],
  ['text st.gone', 'mededeling st.gone'],
  ['law Stemplicht', 'wettekst Stemplicht'],
  ['phone', 'telefoon'],
])('%s is called %s', (part, name) => expect(partName(election, part)).toBe(name))
