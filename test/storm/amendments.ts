import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { demoStaff } from '../../dev/demo/demo-data.ts'
import { diceFrom } from '../../dev/demo/random.ts'
import { testNumbers } from '../../dev/demo/test-numbers.ts'
import type { App } from '../../src/app.ts'
import type { CampaignRef } from '../../src/delivery/index.ts'
import type { Election } from '../../src/elections/index.ts'
import {
  amendList,
  composeLetters,
  releaseLetters,
  requestRelease,
  takeSample,
} from '../../src/letters/index.ts'
import { expectOk } from '../expect-ok.ts'
import { type List, personOf } from '../second-check/list-and-print.ts'

/** What becomes of a closed list while its letters leave: people are struck, corrected and added. */

type Row = Readonly<Record<'list_number' | 'national_number' | 'last_name', string>>

/** By list number, each at most once. */
export interface Amending {
  readonly struck: readonly number[]
  readonly corrected: readonly number[]
  /** How many people are added. */
  readonly added: number
  /** How many were added before. */
  readonly skip?: number
}

const by = 'test'
const decision = { source: 'decision 12', decidedOn: '2026-01-05' }
const address = { street: 'Molenhof', house_number: '7', postcode: '9999', city: 'Zonnedorp' }

export async function rowsOf(listFile: string): Promise<ReadonlyMap<number, Row>> {
  const rows: Row[] = parse(await readFile(listFile), { columns: true, delimiter: ';', bom: true })
  return new Map(rows.map((row) => [Number(row.list_number), row]))
}

/** Amends the list in one go; answers who was added, by list number. */
export async function amend(
  app: App,
  election: Election,
  rows: ReadonlyMap<number, Row>,
  { struck, corrected, added, skip = 0 }: Amending,
): Promise<List> {
  const nameOf = (listNumber: number) => rows.get(listNumber)!.last_name
  const named = (listNumber: number) => ({
    ...decision,
    row: 1,
    listNumber,
    currentLastName: nameOf(listNumber),
  })
  const newcomers = newNumbers(rows, skip + added).slice(skip)
  const { added: numbers } = expectOk(
    await amendList(app, {
      election,
      by,
      mutations: [
        ...struck.map((one) => ({ ...named(one), kind: 'strike' as const, ground: 'deceased' as const })),
        ...corrected.map((one) => ({
          ...{ ...named(one), kind: 'correct' as const, ground: 'college-decision' as const },
          values: { last_name: `${nameOf(one)} Verbeterd` },
        })),
        ...newcomers.map((national_number) => ({
          ...{ ...decision, row: 1, kind: 'add' as const, ground: 'court-decision' as const },
          values: { ...address, national_number, last_name: 'Nieuw', category: 'BELGIAN', section: '1' },
        })),
      ],
    }),
  )
  return new Map(numbers.map((listNumber, n) => [listNumber, personOf(newcomers[n]!, 1)]))
}

/** National numbers of people who are not on the list. */
function newNumbers(rows: ReadonlyMap<number, Row>, count: number): string[] {
  const taken = new Set([...rows.values()].map((row) => row.national_number))
  const give = testNumbers(diceFrom(1))
  const found: string[] = []
  while (found.length < count) {
    const number = give({ date: '1985-03-09', woman: found.length % 2 === 0 })
    if (!taken.has(number)) found.push(number)
  }
  return found
}

/** Makes the letters that are missing and releases them; answers the campaign that takes them away. */
export async function composeAndRelease(app: App, election: Election): Promise<CampaignRef> {
  const { municipalityId } = election
  const { an, bert } = await demoStaff(app, municipalityId)
  expectOk(await composeLetters({ ...app, portalUrl: app.config.PORTAL_URL }, { election, by }))
  expectOk(await takeSample(app, { election, by }))
  const { sampleSha256 } = expectOk(await requestRelease(app, { election, staff: an }))
  const { campaignId } = expectOk(await releaseLetters(app, { election, staff: bert, sampleSha256 }))
  return { municipalityId, campaignId }
}
