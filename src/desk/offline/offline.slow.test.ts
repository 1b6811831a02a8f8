import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Election } from '../../elections/index.ts'
import { countDuplicates, type PackedVoter } from '../../letters/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { readFrames, unzip } from './browser/pack-frames.js'
import {
  fromBase64,
  makeDeviceKey,
  openPiece,
  outboxKey,
  packKey,
  publicBytes,
  sealEntry,
  stretchCode,
  toBase64,
} from './browser/pack-key.js'
import { voterOf } from './browser/voter-lines.js'

let trial: DeskTrial
let election: Election
let head: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  election = await releasedElection(trial, 30)
  head = await trial.visitor('medewerker')
}, 180_000)
afterAll(() => trial.close())

const address = () => ({ election: election.code })
const events = (count: number) =>
  trial.database.inScope(staffOf(trial.here), (db) => latestAuditEvents(db, trial.here, count))
const issued = () =>
  trial.database.inScope(staffOf(trial.here), (db) =>
    countDuplicates(db, election.municipalityId, election.electionId),
  )

async function enrolled(by: Visitor = head) {
  const { privateKey, publicKey } = await makeDeviceKey()
  const [deviceId, publicRaw] = [randomUUID(), await publicBytes(publicKey)]
  const token = `${trial.here}.${deviceId}.${'a'.repeat(43)}`
  const bewijs = createHash('sha256').update(token).digest('base64')
  const fields = { toestel: deviceId, sleutel: toBase64(publicRaw), bewijs, naam: 'Loket' }
  const answer = await by.post(paths.enrolDevice(address()), fields)
  return { deviceId, privateKey, token, status: answer.status }
}
type Device = Awaited<ReturnType<typeof enrolled>>

const salt = new Uint8Array(16).fill(5)

async function ask(device: Device, by: Visitor = head) {
  const gerekt = toBase64(await stretchCode('CODE', salt, 100_000))
  const fields = { toestel: device.deviceId, zout: toBase64(salt), rondes: '100000', gerekt, tot: 'opening' }
  return by.post(paths.takePack(address()), fields)
}

/** As the browser does: what stands at the head, and every voter. */
async function opened(device: Device, answer: Response) {
  const frames = []
  for await (const one of readFrames(answer.body!)) if (!one.isHash) frames.push(one.bytes)
  const [manifest, ...pieces] = frames as [Uint8Array, ...Uint8Array[]]
  const { pack, publicKey, expiresAt } = JSON.parse(Buffer.from(manifest).toString())
  const stretched = await stretchCode('CODE', salt, 100_000)
  const from = { privateKey: device.privateKey, publicKey: fromBase64(publicKey), stretched, manifest }
  const key = await packKey(from)
  const texts = []
  for (const [place, sealed] of pieces.entries()) {
    const at = { place, isLast: place === pieces.length - 1 }
    texts.push(Buffer.from(await unzip(await openPiece(key, at, sealed))).toString())
  }
  const [first = '', ...rest] = texts
  const voters: PackedVoter[] = rest.flatMap((text) => text.split('\n').map(voterOf))
  return { pack: pack as string, expiresAt, head: JSON.parse(first), voters }
}

async function entryOf(pack: Awaited<ReturnType<typeof opened>>, voter: PackedVoter) {
  const about = { id: randomUUID(), pack: pack.pack }
  const { listNumber, section, duplicates: before } = voter
  const entry = {
    ...{ kind: 'issued', listNumber, section, before, room: pack.head.rooms[section].room },
    ...{
      reason: 'not-received',
      identity: 'passport',
      clerk: 'Lot',
      at: trial.deps.clock.now().toISOString(),
    },
  }
  return { ...about, sealed: await sealEntry(await outboxKey(fromBase64(pack.head.outboxKey)), about, entry) }
}

const handIn = async (posten: object, by: Visitor = head) =>
  (await by.post(paths.offline(address()), { posten: JSON.stringify(posten) })).text()
async function standing(token: string): Promise<unknown> {
  const headers = { 'Content-Length': String(token.length) }
  const answer = await trial.web.request(paths.deviceStanding(), { method: 'POST', body: token, headers })
  return ((await answer.json()) as { standing: unknown }).standing
}

test('a pack has who votes and no more: no struck voter, no protected address, no national number', async () => {
  const device = await enrolled()
  const before = await opened(device, await ask(device))
  const [hidden, struck] = before.voters as [PackedVoter, PackedVoter]
  const owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  const set = (what: string, number: number) =>
    owner.query(
      `update voters.voter set ${what} where list_number = ${number} and election_id = '${election.electionId}'`,
    )
  await set(`address_kind = 'PROTECTED'`, hidden.listNumber)
  await set(`state = 'struck'`, struck.listNumber)
  await owner.end()
  const { voters, head: stands, expiresAt } = await opened(device, await ask(device))
  expect(voters).toHaveLength(29)
  expect(voters[0]).toMatchObject({ listNumber: hidden.listNumber, street: '', place: '', hasLetter: true })
  expect(voters.map(({ listNumber }) => listNumber)).not.toContain(struck.listNumber)
  expect(voters.at(-1)!.street).not.toBe('')
  expect(Object.keys(voters.at(-1)!).sort()).toEqual([
    'birthYear',
    'duplicates',
    'firstNames',
    'hasLetter',
    'lastName',
    'listNumber',
    'place',
    'section',
    'street',
  ])
  expect(stands).toMatchObject({ mark: 'DUPLICAAT', reasons: ['not-received'], municipality: 'Zonnedorp 1' })
  expect(expiresAt, 'a week, long before the bureaus open').toBe('2029-05-09T10:00:00.000Z')
  expect((await events(1))[0]).toMatchObject({ action: 'offline.pack-taken', actor: head.staffId })
})

test('what was given is taken once, by its id; the same voter twice waits for a person', async () => {
  const device = await enrolled()
  const pack = await opened(device, await ask(device))
  const voter = pack.voters[5]!
  const [first, second] = [await entryOf(pack, voter), await entryOf(pack, voter)]
  expect(await handIn([first])).toContain('1 duplicaat is geteld.')
  const counter = await trial.visitor('loket')
  const html = await handIn([first, second], counter)
  expect(html, 'it is there already').toContain(`data-received="${first.id} ${second.id}"`)
  expect(html).toContain('ook elders een duplicaat')
  expect(await issued()).toEqual({ printed: 1, sent: 0 })
  const [event] = await events(1)
  expect(event).toMatchObject({ action: 'letters.duplicated-offline', details: { conflicts: ['another'] } })
  expect(JSON.stringify(event!.details)).not.toContain('Lot')
})

test('a look at a voter is written down when it is handed in; what is damaged or of another pack is refused', async () => {
  const device = await enrolled()
  const pack = await opened(device, await ask(device))
  const about = { id: randomUUID(), pack: pack.pack }
  const key = await outboxKey(fromBase64(pack.head.outboxKey))
  const look = {
    kind: 'opened',
    listNumber: pack.voters[7]!.listNumber,
    clerk: 'Lot',
    at: '2029-05-02T10:00:00.000Z',
  }
  const good = { ...about, sealed: await sealEntry(key, about, look) }
  const moved = { ...good, id: randomUUID() }
  expect(await handIn([good, moved])).toContain('1 niet aanvaard')
  expect((await events(2)).map(({ action }) => action)).toContain('voters.opened-offline')
  expect(await handIn([{ ...good, pack: randomUUID() }])).toContain('1 niet aanvaard')
  expect(await handIn({ no: 'list' })).toContain('niet leesbaar')
})

test('a revoked device hears it, gets nothing, and what it hands in waits until a person decides with a reason', async () => {
  const device = await enrolled()
  const pack = await opened(device, await ask(device))
  expect(await standing(device.token)).toBe('active')
  expect(await standing(device.token.slice(0, -1))).toBe('unknown')
  expect(await standing(`${device.token.slice(0, -1)}b`)).toBe('unknown')
  await head.post(paths.revokeDevice(address()), { toestel: device.deviceId })
  expect(await standing(device.token)).toBe('revoked')
  expect((await ask(device)).status).toBe(409)
  const entry = await entryOf(pack, pack.voters[10]!)
  expect(await handIn([entry])).toContain('Het toestel was ingetrokken')
  const before = await issued()
  const page = paths.offlineIssue({ ...address(), issue: entry.id })
  expect(await (await head.post(page, { besluit: 'count' })).text()).toContain('Schrijf wat u vaststelde')
  const decide = () => head.post(page, { besluit: 'set-aside', vaststelling: 'Niet van ons.' })
  expect((await decide()).status).toBe(303)
  expect(await (await decide()).text()).toContain('besliste hier al over')
  expect(await issued()).toEqual(before)
})

test('who only gives duplicates takes no pack; another municipality knows none of it; after the hour there is none', async () => {
  const device = await enrolled()
  const counter = await trial.visitor('loket')
  expect((await ask(device, counter)).status).toBe(403)
  const other = await trial.visitor('medewerker', { at: 'elsewhere' })
  expect((await ask(device, other)).status).toBe(404)
  trial.deps.clock.moveTo('2029-06-10T14:00:00Z')
  const late = await trial.visitor('medewerker')
  const answer = await ask(device, late)
  expect([answer.status, ((await answer.json()) as { because: string }).because]).toEqual([
    409,
    expect.stringContaining('voorbij'),
  ])
})
