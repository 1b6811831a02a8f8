import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listMunicipalities } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { texts as healthTexts } from './health-texts.nl.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let operator: Visitor
const secret = 'postgres://nobody:very-secret@db.example/kiesloket'

beforeAll(async () => {
  trial = await aDeskTrial(createWeb, { DATABASE_URL: secret })
  operator = await trial.visitor('uitbater')
})
afterAll(() => trial.close())

const read = async (address: string) => (await operator.get(address)).text()
const upload = (content: string) => {
  const body = new FormData()
  body.append('_csrf', operator.csrf)
  body.append('file', new Blob([content]), 'gemeente.json')
  return trial.web.request(paths.addMunicipality(), {
    method: 'POST',
    body,
    headers: { Cookie: operator.cookie, Origin: 'http://localhost' },
  })
}

describe('municipalities', () => {
  test('are named, and nothing of theirs is shown', async () => {
    const html = await read(paths.operator())
    expect(html).toContain('Zonnedorp 2')
    expect(html).not.toContain(trial.otherElection.name)
    expect(html).not.toContain('verkiezingen@zonnedorp.example')
  })

  test.each([
    ['no JSON', '{', texts.add.wholeFile],
    ['a file with faults', JSON.stringify({ ...aMunicipality(3), nisCode: 'x', contact: {} }), 'nisCode'],
  ])('%s is refused with every fault, and adds nothing', async (_, content, told) => {
    const answer = await upload(content)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(told)
    if (told === 'nisCode') expect(html).toContain('<code>contact.phone</code>')
    expect(html, 'what is told is Dutch').not.toContain('lang="en"')
    expect(await listMunicipalities(trial.database)).toHaveLength(2)
  })

  test('one of which the NIS code is taken is refused', async () => {
    const answer = await upload(JSON.stringify(aMunicipality(3, { nisCode: '99001' })))
    expect(await answer.text()).toContain(texts.taken.nisCode)
  })

  test('one is added by its file; both logs say so, each of its own municipality', async () => {
    const answer = await upload(JSON.stringify(aMunicipality(3)))
    expect(answer.headers.get('Location')).toContain('municipality-added')
    expect(await read(paths.operator())).toContain('Zonnedorp 3')
    const added = (await listMunicipalities(trial.database)).find(({ slug }) => slug === 'zonnedorp-3')!
    const eventsOf = (id: typeof trial.here) =>
      trial.database.inScope(staffOf(id), (db) => latestAuditEvents(db, id, 5))
    expect(await eventsOf(added.municipalityId)).toMatchObject([
      { actor: operator.staffId, action: 'municipality.added' },
    ])
    const own = await eventsOf(trial.here)
    expect(own.find(({ action }) => action === 'installation.municipality-added')).toMatchObject({
      actor: operator.staffId,
      details: { nisCode: added.nisCode },
    })
  })
})

test('health tells of who is away, and how the database is', async () => {
  const before = await read(paths.installationHealth())
  expect(before).toContain(healthTexts.partiesNone)
  expect(before).toContain('Alle ')
  await trial.database.inScope({ staff: [trial.here] }, (db) =>
    sql`insert into delivery.downtime (downtime_id, api, host, began_at, first_trace_id, last_failure_at, last_trace_id, failures, codes, seen_by)
        values (gen_random_uuid(), 'federal-v3', 'ebox.example', ${trial.deps.clock.now()}, 'a', ${trial.deps.clock.now()}, 'b', 7,
                array['time-out'], 'test')`.execute(db),
  )
  const html = await read(paths.installationHealth())
  expect(html).toContain('ebox.example (federal-v3)')
  expect(html).toContain(healthTexts.still)
  expect(html).toContain('1 partij')
})

test('settings are shown, and what is secret is not', async () => {
  const html = await read(paths.installationSettings())
  expect(html).toContain('DATABASE_URL')
  expect(html).toContain('•••')
  expect(html).not.toContain('very-secret')
  expect(html).toContain('Niet ingesteld: hetzelfde als PORTAL_URL.')
  expect(html).not.toContain('lang="en"')
})

test('who runs the installation sees no log and no voter', async () => {
  expect((await operator.get(paths.audit())).status).toBe(403)
  expect((await operator.get(paths.ledger({ election: trial.election.code }))).status).toBe(403)
})
