import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { anotherElection } from '../../letters/testing.ts'
import { csrfField } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { watchRequests } from '../../platform/http/watch-requests.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { createWeb } from '../../server.ts'
import { listPresets, receiveList } from '../../voters/index.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** Files that a browser sends: what is wrong with them is told to who sent them, what is wrong with us is not told as that. */

const trouble = new Error('no room left')
let isInTrouble = false
let trial: DeskTrial
let clerk: Visitor
let closed: string

beforeAll(async () => {
  trial = await aDeskTrial((deps) => {
    const seal: typeof deps.vault.seal = (text) => {
      if (isInTrouble) throw trouble
      return deps.vault.seal(text)
    }
    const watch = watchRequests({ log: deps.log, metrics: createMetrics() })
    return createWeb({ ...deps, vault: { ...deps.vault, seal } }, watch)
  })
  const deps = { ...trial.deps, portalUrl: 'https://kiesloket.example' }
  const facts = { file: 'election-2029.json', voters: 20, seed: 1 }
  closed = (await anotherElection(deps, trial.here, facts)).code
  clerk = await trial.visitor('medewerker')
})
afterAll(() => trial.close())
/** A list waits for what goes with it. */
beforeEach(async () => {
  const stream = Readable.from([Buffer.from('a list\n')])
  expectOk(await receiveList(trial.deps, { election: trial.election, name: 'a.csv', stream, by: 'test' }))
})

function besideOfPreset(): string {
  const { name, joined } = listPresets().find((preset) => preset.joined)!
  const asked = { omschrijving: name, bestand: joined![0]!.name }
  return withQuery(paths.votersBeside({ election: trial.election.code }), asked)
}

test('an empty list is told to be empty, and not that none is there', async () => {
  const body = new FormData()
  body.set('_csrf', clerk.csrf)
  body.set('list', new Blob([]), 'leeg.csv')
  const address = paths.votersUpload({ election: trial.election.code })
  const headers = { Cookie: clerk.cookie, Origin: 'http://localhost' }
  const answer = await trial.web.request(address, { method: 'POST', body, headers })
  expect(await answer.text()).toContain('Dit bestand is leeg')
})

const pages = [
  ['a list', 'list', () => paths.votersUpload({ election: trial.election.code })],
  ['what belongs to a list', 'list', besideOfPreset],
  ['a mending sheet', 'sheet', () => paths.votersMend({ election: trial.election.code })],
  ['amendments', 'wijzigingen', () => paths.amendByFile({ election: closed })],
] as const
const brokenOff = 'Het bestand kwam niet helemaal aan'

test.each(pages)(
  '%s that we can not keep is a fault of ours, with a code to ask help with',
  async (_, field, at) => {
    isInTrouble = true
    const answer = await clerk.upload(at(), field, 'one;two\n').finally(() => {
      isInTrouble = false
    })
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(page).not.toContain(brokenOff)
    expect(page).toContain(answer.headers.get('BelGov-Trace-Id'))
  },
)

test.each(pages)('%s that ends in the middle is told to who sent it', async (_, field, at) => {
  const parts = [
    `Content-Disposition: form-data; name="${csrfField}"\r\n\r\n${clerk.csrf}`,
    `Content-Disposition: form-data; name="${field}"; filename="a.csv"\r\n\r\none;tw`,
  ]
  const answer = await trial.web.request(at(), {
    method: 'POST',
    headers: {
      Cookie: clerk.cookie,
      Origin: 'http://localhost',
      'Content-Type': 'multipart/form-data; boundary=grens',
    },
    body: parts.map((part) => `--grens\r\n${part}`).join('\r\n'),
  })
  expect(answer.status).toBeLessThan(500)
  expect(await answer.text()).toContain(brokenOff)
})
