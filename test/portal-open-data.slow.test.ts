import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import jsonld from 'jsonld'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { type Election, getSections } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

/** What anybody may build on, read by programs that know nothing of how it was written. */

let trial: DeskTrial
let election: Election
let municipality: string

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 20)
  municipality = 'zonnedorp-1'
})
afterAll(() => trial.close())

const address = () => ({ municipality, election: election.code })
const get = (path: string, headers = {}) => trial.web.request(path, { headers })
const textOf = async (path: string) => (await get(path)).text()
const licence = 'https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0'

const sections = () =>
  trial.database.inScope(staffOf(trial.here), (db) => getSections(db, trial.here, election.electionId))
const places = async () => new Map((await sections()).map(({ place }) => [place.code, place]))

/** As triples, without asking any other site what a word means. */
async function triplesOf(path: string): Promise<string[]> {
  const documentLoader = async (asked: string) => {
    throw new Error(`asked ${asked}`)
  }
  const quads = (await jsonld.toRDF(JSON.parse(await textOf(path)), {
    ...{ format: 'application/n-quads', documentLoader, safe: true },
  } as object)) as unknown as string
  return quads.split('\n').filter(Boolean)
}

test('the CSV has a row for each place, with its sections and the licence', async () => {
  const answer = await get(paths.placesCsv(address()))
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[]
  const there = await places()
  expect(rows.map(({ code }) => code).sort()).toEqual([...there.keys()].sort())
  for (const row of rows) {
    const place = there.get(row.code!)!
    expect(row).toMatchObject({ naam: place.name, straat: place.address.street, licentie: licence })
    expect(row).toMatchObject({ verkiezingsdag: '2029-06-10', opening: '08:00', gemeente: 'Zonnedorp 1' })
  }
  const said = rows.flatMap(({ stembureaus }) => stembureaus!.split(';').map(Number))
  expect(said.sort((one, other) => one - other)).toEqual((await sections()).map(({ section }) => section))
})

test('the GeoJSON is that of RFC 7946, with a point where somebody wrote down where it is', async () => {
  const text = await textOf(paths.placesGeoJson(address()))
  const read = check(text) as { features: { id: string; geometry: object | null; properties: object }[] }
  const there = await places()
  expect(read.features).toHaveLength(there.size)
  for (const { id, geometry, properties } of read.features) {
    const at = there.get(id)!.details.coordinates
    expect(geometry).toEqual(at ? { type: 'Point', coordinates: [at.longitude, at.latitude] } : null)
    expect(properties).toMatchObject({ licentie: licence, verkiezing: election.name })
  }
})

test('the JSON-LD is linked data: the data set as DCAT has it, and its places', async () => {
  const path = paths.placesJsonLd(address())
  const set = `<http://localhost${path}#dataset>`
  const triples = await triplesOf(path)
  const has = (part: string) =>
    expect(
      triples.some((one) => one.includes(part)),
      part,
    ).toBe(true)
  has(`${set} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset>`)
  has(`${set} <http://purl.org/dc/terms/license> <${licence}>`)
  for (const mandatory of ['title', 'description', 'publisher'])
    has(`${set} <http://purl.org/dc/terms/${mandatory}>`)
  for (const format of [paths.placesCsv, paths.placesGeoJson, paths.placesJsonLd]) {
    const at = `http://localhost${format(address())}`
    has(`${set} <http://www.w3.org/ns/dcat#distribution> <${at}#distribution>`)
    has(`<${at}#distribution> <http://www.w3.org/ns/dcat#accessURL> <${at}>`)
    has(`<${at}#distribution> <http://purl.org/dc/terms/license> <${licence}>`)
  }
  for (const { name } of (await places()).values()) has(`<https://schema.org/name> "${name}"@nl`)
})

test('the catalogue names every published data set, and the page links to each', async () => {
  const triples = await triplesOf(paths.catalogue())
  const sets = triples.filter((one) => one.includes('<http://www.w3.org/ns/dcat#dataset>'))
  expect(sets).toHaveLength(1)
  expect(triples.some((one) => one.includes('<http://xmlns.com/foaf/0.1/name> "Zonnedorp 1"@nl'))).toBe(true)
  const page = await textOf(paths.openData())
  for (const format of [paths.placesCsv, paths.placesGeoJson, paths.placesJsonLd])
    expect(page).toContain(format(address()))
})

test('any site may read it and keep it; what did not change is not sent again', async () => {
  for (const path of [paths.placesCsv(address()), paths.placesGeoJson(address()), paths.catalogue()]) {
    const answer = await get(path)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cache-Control')).toContain('public')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const again = await get(path, { 'If-None-Match': answer.headers.get('ETag') })
    expect(again.status).toBe(304)
  }
})

test('an election without released letters is not there, nor is one of elsewhere', async () => {
  for (const other of [
    { municipality, election: trial.election.code },
    { municipality: 'zonnedorp-2', election: election.code },
    { municipality: 'nergens', election: election.code },
  ])
    for (const path of [paths.placesCsv(other), paths.placesGeoJson(other), paths.placesJsonLd(other)])
      expect((await get(path)).status, path).toBe(404)
})

test('there is nobody in it', async () => {
  const { rows } = await trial.database.inScope(staffOf(trial.here), (db) =>
    sql<{ name: string }>`
      select v.last_name || ' ' || v.first_names as name from voters.voter v
      where v.election_id = ${election.electionId}`.execute(db),
  )
  const everything = await Promise.all(
    [paths.placesCsv(address()), paths.placesGeoJson(address()), paths.placesJsonLd(address())].map(textOf),
  )
  expect(rows).toHaveLength(20)
  for (const { name } of rows)
    for (const part of [name, name.split(' ').reverse().join(' ')])
      expect(
        everything.some((text) => text.includes(part)),
        part,
      ).toBe(false)
  expect(everything.join('')).not.toMatch(/\b\d{2}[.]?(6[1-9]|7[0-2])[.]?\d{2}[-.]?\d{3}[-.]?\d{2}\b/)
})
