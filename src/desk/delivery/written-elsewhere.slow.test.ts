import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { printFileFacts, printLetters, writeCertificate } from '../../letters/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** What the command line wrote in a folder of its own: the desk leads to what it has, and says of the rest where it is. */

let trial: DeskTrial
let election: Election
let clerk: Visitor
let data: string
let own: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kiesloket-data-'))
  own = await mkdtemp(join(tmpdir(), 'kiesloket-own-'))
  trial = await aDeskTrial(createWeb, { KIESLOKET_DATA_DIR: data })
  election = await releasedElection(trial, 20)
  clerk = await trial.visitor(['medewerker', 'vrijgever'])
  await trial.database.inScope(staffOf(election.municipalityId), (db) =>
    sql`update delivery.delivery set finished_at = now(), state = 'delivered', receipt = 'R ' || document_id`.execute(
      db,
    ),
  )
  expectOk(await printLetters(trial.deps, { election, folder: own, by: 'command-line' }))
  expectOk(await writeCertificate(trial.deps, { election, folder: own, by: 'command-line' }))
})
afterAll(async () => {
  await trial.close()
  await rm(data, { recursive: true })
  await rm(own, { recursive: true })
})

const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]*\/(?:bestand|certificaat)\/[^"]+)"/g)].map(([, to]) => to!)
const read = async (address: string) => (await clerk.get(address)).text()

test('print files that lie elsewhere say where, by whom and when; what is here is a link that answers', async () => {
  const address = paths.printFiles({ election: election.code })
  const before = await read(address)
  expect(linksOf(before).filter((to) => to.includes('/bestand/'))).toEqual([])
  expect(before).toContain(`door de uitbater (opdrachtregel) in ${hostname()}:${own}`)
  const [name] = /[\w-]+-section-\d+-[a-z]+/.exec(before)!
  const again = { bestand: name!, reden: 'moet hier komen' }
  expect((await clerk.post(paths.printAgain({ election: election.code }), again)).status).toBe(303)
  const links = linksOf(await read(address)).filter((to) => to.includes('/bestand/'))
  expect(links.length).toBeGreaterThan(3)
  for (const link of links) expect((await clerk.get(link)).status, link).toBe(200)
})

test('a certificate that lies elsewhere says where; one of the desk is a link that answers', async () => {
  const address = paths.certificate({ election: election.code })
  const before = await read(address)
  expect(before).toContain(`Niet op deze server. Geschreven in ${hostname()}:${own}`)
  expect(linksOf(before).filter((to) => /certificaat\/bestand\//.test(to))).toEqual([])
  trial.deps.clock.moveTo('2029-05-02T10:01:00Z')
  await clerk.post(address)
  const links = linksOf(await read(address)).filter((to) => /certificaat\/bestand\//.test(to))
  expect(links).toHaveLength(1)
  expect((await clerk.get(links[0]!)).status).toBe(200)
})

test('all print files that are to be printed come in one ZIP, when all are here and as they were written', async () => {
  const zip = paths.printZip({ election: election.code })
  const refused = await clerk.get(zip)
  expect(refused.status, 'some lie elsewhere').toBe(409)
  expect(await refused.text()).toContain('Er is geen ZIP gemaakt')
  const facts = await trial.database.inScope(staffOf(election.municipalityId), (db) =>
    printFileFacts(db, election.municipalityId, election.electionId),
  )
  for (const { name } of facts.filter(({ reprintedBecause }) => !reprintedBecause))
    await clerk.post(paths.printAgain({ election: election.code }), {
      bestand: name,
      reden: 'moet hier komen',
    })
  const answer = await clerk.get(zip)
  expect(answer.headers.get('Content-Type')).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(files)).toContain('manifest.json')
  const pdfs = Object.keys(files).filter((name) => /[a-z\d]\.pdf$/.test(name) && !name.endsWith('.cover.pdf'))
  expect(pdfs).toHaveLength(facts.length)
  const listed = JSON.parse(strFromU8(files['manifest.json']!)) as {
    files: { pdf: string; sha256: string }[]
  }
  for (const { pdf, sha256: hash } of listed.files) expect(sha256(files[pdf]!).toString('hex')).toBe(hash)
  expect(await read(paths.printFiles({ election: election.code }))).toContain('laatst opgehaald')
})
