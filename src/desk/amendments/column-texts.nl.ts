import { listColumnTexts } from '../voters/list-columns.nl.ts'

/** What each column of a file of amendments is, for who makes it. */
export const columnTexts: Readonly<Record<string, string>> = {
  ...listColumnTexts,
  kind: 'wat er moet gebeuren: strike, correct of add',
  list_number: 'volgnummer op de lijst, leeg bij toevoegen',
  current_last_name: 'achternaam zoals ze nu op de lijst staat, leeg bij toevoegen',
  ground: 'grond, zoals deceased of court-decision',
  decided_on: 'dag waarop het gebeurde of beslist is, zoals 2029-04-12',
  source: 'stuk waarop het steunt',
}
