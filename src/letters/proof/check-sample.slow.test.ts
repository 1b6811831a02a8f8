import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { aLettersTrial, type LettersTrial } from '../testing.ts'
import { type CheckCode, wrongChecks } from './check.ts'

const voters = 20
let trial: LettersTrial

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  await trial.compose()
})
afterAll(() => trial.database.close())

const run = (statement: ReturnType<typeof sql>) => trial.here((db) => statement.execute(db))

async function wrongIn(sample: ReturnType<typeof trial.sample>) {
  const { contents } = expectOk(await sample)
  const found = contents.checks.filter(({ outcome }) => outcome !== 'right')
  return Object.fromEntries(found.map((check) => [check.code, check]))
}

/** What is found while something is otherwise than it should be. */
async function foundWhile(change: ReturnType<typeof sql>, back: ReturnType<typeof sql>) {
  await run(change)
  try {
    return await wrongIn(trial.sample())
  } finally {
    await run(back)
  }
}

/** The same for a field of what all plates say. */
async function foundWhilePlatesSay(path: string, value: unknown) {
  const { rows } = await trial.here((db) =>
    sql<{ hash: Buffer; facts: object }>`select plate_sha256 as hash, facts from letters.plate`.execute(db),
  )
  await run(
    sql`update letters.plate set facts = jsonb_set(facts, ${path}::text[], ${JSON.stringify(value)}::jsonb)`,
  )
  try {
    return await wrongIn(trial.sample())
  } finally {
    for (const { hash, facts } of rows)
      await run(
        sql`update letters.plate set facts = ${JSON.stringify(facts)}::jsonb where plate_sha256 = ${hash}`,
      )
  }
}

test('of letters as they were composed nothing is wrong, and each check was asked of all it is for', async () => {
  const { contents } = expectOk(await trial.sample())
  expect(contents.checks.filter(({ outcome }) => outcome === 'wrong')).toEqual([])
  const asked = Object.fromEntries(contents.checks.map(({ code, letters }) => [code, letters]))
  const sampled = contents.letters.length
  expect(asked).toMatchObject({ 'right-voter': voters, 'room-of-section': voters, 'read-from-pdf': sampled })
  expect(Object.values(asked).every((letters) => letters > 0)).toBe(true)
})

const onPlates: readonly (readonly [CheckCode, part: string, path: string, value: unknown])[] = [
  ['room-of-section', 'room', '{room,name}', 'Kelder'],
  ['room-of-section', 'bureau', '{room,bureau}', '99'],
  ['room-of-section', 'entrance', '{room,entrance}', 'Langs het dak'],
  ['room-of-section', 'stepFree', '{room,stepFree}', false],
  ['room-of-section', 'placeAddress', '{room,addressLines}', ['Elders 1', '9999 Zonnedorp']],
  ['own-municipality', 'phone', '{municipality,phone}', '09 999 99 99'],
  ['own-municipality', 'website', '{municipality,website}', 'https://www.elders.example'],
  ['own-municipality', 'email', '{municipality,email}', 'kiezers@elders.example'],
  ['own-municipality', 'department', '{municipality,department}', 'Dienst Elders'],
  ['own-municipality', 'signature', '{municipality,signedBy}', ['De burgemeester van elders']],
  ['own-municipality', 'municipality', '{municipality,name}', 'Maandorp'],
  ['own-municipality', 'deskHours', '{duplicateDesk,hours}', ['Nooit']],
  ['own-municipality', 'desk', '{duplicateDesk,place}', 'Elders'],
  ['own-municipality', 'practicalInfo', '{practicalInfo}', ['Stem op lijst 9']],
  ['polling-day-and-hours', 'opens', '{room,opens}', '07:00'],
  ['polling-day-and-hours', 'closes', '{room,closes}', '17:00'],
  ['polling-day-and-hours', 'pollingDay', '{election,pollingDay}', '2029-06-17'],
  ['assemblies-of-category', 'assemblies', '{election,assemblies}', [{ name: 'de gemeenteraad' }]],
  ['texts-of-the-law', 'legalName', '{election,legalName}', 'uitnodigingsbrief'],
  ['texts-of-the-law', 'statutoryTexts', '{election,statutoryTexts}', []],
  ['language-asked', 'language', '{language}', 'fr'],
  ['texts-of-the-law', 'postageMention', '{election,postageMention}', ''],
  ['texts-of-the-law', 'paperColour', '{election,paperColour}', 'paars'],
  ['nothing-forbidden', 'text', '{duplicateDesk,hours}', ['Breng je rijksregisternummer mee']],
  ['nothing-forbidden', 'text', '{municipality,department}', 'Geboren: 9 maart 1971'],
  ['nothing-forbidden', 'text', '{room,entrance}', 'Geslacht: V'],
  ['nothing-forbidden', 'text', '{practicalInfo}', ['Vergeet je rijksregisternummer niet']],
  ['nothing-forbidden', 'nationalNumber', '{duplicateDesk,place}', 'Loket 85.61.01-001.47'],
]

test.each(onPlates)('%s: %s of a plate that is otherwise', async (code, part, path, value) => {
  const found = await foundWhilePlatesSay(path, value)
  expect(found[code]).toMatchObject({ outcome: 'wrong' })
  expect(found[code]!.findings.map((finding) => finding.part)).toContain(part)
})

test('a phone number is no national number', async () => {
  const found = await foundWhilePlatesSay('{municipality,phone}', '+85610100147')
  expect(found).not.toHaveProperty('nothing-forbidden')
})

test('letters on the plate of another section are as good as outdated: no sample is taken', async () => {
  const { rows } = await trial.here((db) =>
    sql<{ id: string; section: number; plate: Buffer }>`
      select letter_id as id, section, plate_sha256 as plate from letters.letter order by section`.execute(
      db,
    ),
  )
  const [first, last] = [rows[0]!, rows.at(-1)!]
  await run(sql`update letters.letter set plate_sha256 = ${last.plate} where letter_id = ${first.id}`)
  try {
    const detail = `sections ${first.section}`
    expect(await trial.sample()).toMatchObject({ because: 'letters-outdated', detail })
  } finally {
    await run(sql`update letters.letter set plate_sha256 = ${first.plate} where letter_id = ${first.id}`)
  }
})

test('no sample is taken while the letter of a voter who was struck is there, or a voter has none', async () => {
  const voter = sql`where list_number = 5`
  const { rows } = await trial.here((db) =>
    sql<{ state: string }>`select state from voters.voter ${voter}`.execute(db),
  )
  await run(sql`update voters.voter set state = 'struck' ${voter}`)
  expect(await trial.sample()).toMatchObject({ because: 'not-every-voter-has-one-letter' })
  await run(sql`update voters.voter set state = ${rows[0]!.state} ${voter}`)
  expect(await trial.sample()).toMatchObject({ ok: true })
})

test('what plates say and their letters do not show is found in the PDF', async () => {
  const found = await foundWhilePlatesSay('{room,name}', 'Kelder')
  const { contents } = expectOk(await trial.sample())
  expect(found['read-from-pdf']).toMatchObject({ outcome: 'wrong', found: contents.letters.length })
  expect(found['read-from-pdf']!.findings[0]).toMatchObject({ part: 'room' })
})

const one = sql`where list_number = 5`
const onTheList: readonly (readonly [part: string, column: string, value: unknown])[] = [
  ['name', 'last_name', 'Anders'],
  ['section', 'section', 99],
  ['residence', 'list_address', { street: 'Elders', houseNumber: '1', postcode: '9999', city: 'Zonnedorp' }],
]

test.each(onTheList)(
  'right-voter: %s of one voter that is otherwise on the list',
  async (part, column, value) => {
    const { rows } = await trial.here((db) =>
      sql<{ was: string }>`select ${sql.ref(column)}::text as was from voters.voter ${one}`.execute(db),
    )
    const set = (to: string) => {
      const type = sql.raw(column === 'section' ? 'integer' : column === 'list_address' ? 'jsonb' : 'text')
      return sql`update voters.voter set ${sql.ref(column)} = ${to}::${type} ${one}`
    }
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    const found = await foundWhile(set(text), set(rows[0]!.was))
    expect(found['right-voter']).toMatchObject({ outcome: 'wrong' })
    for (const finding of found['right-voter']!.findings) expect(finding.listNumber).toBe(5)
    expect(found['right-voter']!.findings[0]!.part).toBe(part)
  },
)

/** The letter of one voter is made again while the list has this as the name. */
async function renamed(name: string): Promise<void> {
  const { election, deps } = trial
  await run(sql`update voters.voter set last_name = ${name} ${one}`)
  expectOk(await withdrawLetter(deps, { election, listNumber: 5, reason: 'test', by: 'test' }))
  expectOk(await trial.compose())
}

test('a birth date in words is found on any letter', async () => {
  await run(sql`update voters.voter set birth_date = '1971-03-09' ${one}`)
  await renamed('Peeters, 9 maart 1971')
  const dated = await wrongIn(trial.sample())
  expect(dated['nothing-forbidden']!.findings.map(({ part }) => part)).toContain('birthDate')
})

test('a birth date, a national number and an address without a town are found, and no release is asked for', async () => {
  await run(sql`update voters.voter set birth_date = '1971-03-09' ${one}`)
  await renamed('Peeters 09/03/1971')
  const dated = await wrongIn(trial.sample())
  expect(dated['nothing-forbidden']!.findings.map(({ part }) => part)).toContain('birthDate')
  expect(await trial.request()).toMatchObject({ because: 'checks-failed', detail: 'nothing-forbidden' })
  const { rows } = await trial.here((db) =>
    sql<{ cipher: Buffer }>`select nrn_cipher as cipher from voters.voter ${one}`.execute(db),
  )
  const number = trial.deps.vault.open(rows[0]!.cipher)
  const shown = `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}-${number.slice(6, 9)}.${number.slice(9)}`
  await renamed(`Peeters ${shown}`)
  const numbered = await wrongIn(trial.sample())
  expect(numbered['nothing-forbidden']!.findings).toContainEqual({
    section: expect.any(Number),
    listNumber: 5,
    part: 'nationalNumber',
  })
  expect(JSON.stringify(numbered), 'what is found never names it').not.toContain(number)
  const noTown = { street: 'Kerkstraat', houseNumber: '1', postcode: '', city: 'Zonnedorp' }
  await run(sql`update voters.voter set list_address = ${JSON.stringify(noTown)}::jsonb ${one}`)
  await renamed('Peeters')
  const unread = await wrongIn(trial.sample())
  expect(unread['address-in-window']).toMatchObject({ findings: [{ listNumber: 5, part: 'no-town' }] })
  await run(
    sql`update voters.voter set list_address = ${JSON.stringify({ ...noTown, postcode: '9999' })}::jsonb ${one}`,
  )
  await renamed('Peeters')
  expect((await wrongIn(trial.sample()))['nothing-forbidden']).toBeUndefined()
  expect(await trial.request()).toMatchObject({ ok: true })
})

test('access that nobody filled in is told of with its place, and holds nothing back', async () => {
  const { election, deps } = trial
  await run(sql`update elections.polling_place set details = '{}'`)
  expectOk(await withdrawOutdatedLetters(deps, { election, reason: 'test', by: 'test' }))
  expectOk(await trial.compose())
  const { contents } = expectOk(await trial.sample())
  const access = contents.checks.find(({ code }) => code === 'access-known')!
  expect(access).toMatchObject({ outcome: 'unsure', letters: voters })
  expect(access.findings.map(({ says }) => says)).toContain('Sporthal De Zonnewijzer')
  expect(wrongChecks(contents.checks)).toEqual([])
})
