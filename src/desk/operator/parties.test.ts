import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailbox, MailboxNotConfigured, MailboxNotReached } from '../../delivery/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { CitizenIdentity, LoginService } from '../../platform/identity.ts'
import type { MailServerState } from '../../platform/mail.ts'
import { refused } from '../../platform/result.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { texts } from './health-texts.nl.ts'
import { type OutsideParty, stateOf } from './parties.ts'

let trial: DeskTrial
let operator: Visitor
let probe: () => Promise<void>
let isLoginThere = true
let isCitizenLoginThere = true
let askConsents: () => Promise<void>
let mailState: MailServerState
let mailHost = 'mail.example:465'

const mailbox = (route: string): Mailbox => ({
  ...{ route, party: { api: 'federal-v3', host: 'ebox.example' }, hasKeys: true },
  deliver: () => Promise.reject(new Error('a try never sends a letter')),
  probe: () => probe(),
  consents: {
    ...{ host: 'federation.example', atOnce: 1000 },
    ask: () => Promise.reject(new Error('a try asks of no citizen')),
    probe: () => askConsents(),
  },
})
const doorOf = (isThere: () => boolean) => ({
  origin: 'https://acm.example',
  probe: async () => (isThere() ? { ok: true } : refused('not-reached')),
})
const loginService = doorOf(() => isLoginThere) as unknown as LoginService
const citizenLogin = doorOf(() => isCitizenLoginThere) as unknown as LoginService<CitizenIdentity>

beforeAll(async () => {
  trial = await aDeskTrial((deps) =>
    createWeb({
      ...deps,
      ...{ loginService, citizenLogin },
      mailServer: {
        get host() {
          return mailHost
        },
        probe: async () => mailState,
      },
      mailboxFor: async (id) => {
        if (id === trial.elsewhere) throw new MailboxNotConfigured('EBOX_PRIVATE_KEY_FILE: no private key')
        return mailbox('federal-v3 ebox.example kiesloket')
      },
    }),
  )
})
beforeEach(async () => {
  probe = async () => {}
  askConsents = async () => {}
  mailState = { kind: 'answered', code: '' }
  isLoginThere = true
  isCitizenLoginThere = true
  operator = await trial.visitor('uitbater')
})
afterAll(() => trial.close())

const page = async () => (await operator.get(paths.installationHealth())).text()
const tryNow = async (partij: string) =>
  (await operator.post(paths.tryParty(), { partij })).headers.get('Location') ?? ''
const events = () =>
  trial.database.inScope(staffOf(trial.here), (db) => latestAuditEvents(db, trial.here, 50))

test('each party has its state and what to do; who has no road is named with the reason', async () => {
  const html = await page()
  expect(html).toContain('acm.example')
  expect(html).toContain('federal-v3 ebox.example kiesloket')
  expect(html).toContain(texts.partyStates.unknown)
  expect(html).toContain(texts.noMailbox(undefined))
})

test('a try asks, is written down without any person, and its outcome is on the page', async () => {
  expect(await tryNow('99001')).toContain('party-tried')
  expect(await page()).toContain(texts.outcomes.answered.is)
  probe = async () => {
    throw new MailboxNotReached('no-token', 'token-invalid_client', 'no token')
  }
  await tryNow('99001')
  const html = await page()
  expect(html).toContain(texts.outcomes['no-token'].todo('token-invalid_client'))
  expect((await events()).find(({ action }) => action === 'installation.party-tried')).toMatchObject({
    actor: operator.staffId,
    details: {
      party: 'federal-v3 ebox.example kiesloket',
      outcome: 'no-token',
      code: 'token-invalid_client',
    },
  })
})

test('the login is tried too', async () => {
  isLoginThere = false
  await tryNow('acm')
  expect(await page()).toContain(texts.outcomes['no-answer'].is)
})

test('the door for citizens is another party, and tried by itself', async () => {
  isCitizenLoginThere = false
  expect(await tryNow('acm-burgers')).toContain('party-tried')
  expect((await events())[0]).toMatchObject({
    details: { party: 'acm.example (burgers)', outcome: 'no-answer' },
  })
  expect(await page()).toContain(texts.advice.meanwhile['citizen-login'])
})

test('where somebody asks who has an e-Box in use, that is a party too, and a try asks of no citizen', async () => {
  expect(await page()).toContain('federal-v3 ebox.example kiesloket (instemming: federation.example)')
  askConsents = async () => {
    throw new MailboxNotReached('no-answer', 'ECONNREFUSED', 'nobody')
  }
  expect(await tryNow('99001-instemming')).toContain('party-tried')
  expect((await events())[0]).toMatchObject({ details: { outcome: 'no-answer', code: 'ECONNREFUSED' } })
  expect(await page()).toContain(texts.advice.meanwhile.consents)
  expect((await operator.post(paths.tryParty(), { partij: '99002-instemming' })).status).toBe(404)
})

test('without a door for citizens the page says by which setting there is one, and has no button for it', async () => {
  const bare = await aDeskTrial((deps) => createWeb({ ...deps, loginService, citizenLogin: undefined }))
  const html = await (await (await bare.visitor('uitbater')).get(paths.installationHealth())).text()
  expect(html).toContain(texts.advice.absent['citizen-login']('ACM_CITIZEN_CLIENT_ID'))
  expect(html).not.toContain('value="acm-burgers"')
  await bare.close()
})

test.each(['wrong-password', 'no-encryption', 'no-answer', 'refused'] as const)(
  'the mail server is a party too, and %s says what to do',
  async (kind) => {
    mailHost = `${kind}.example:465`
    expect(await page()).toContain(texts.advice.unknown.mail)
    mailState = { kind, code: '999' }
    expect(await tryNow('mail')).toContain('party-tried')
    expect((await events())[0]).toMatchObject({
      details: { party: `mail ${mailHost}`, outcome: kind, code: '999' },
    })
    const html = await page()
    expect(html).toContain(texts.outcomes[kind].is)
    expect(html).toContain(texts.outcomes[kind].todo('999'))
    expect(html).toContain(texts.advice.meanwhile.mail)
  },
)

test('without a mail server the page says that this is no fault, and has no button for it', async () => {
  const bare = await aDeskTrial(createWeb)
  const visitor = await bare.visitor('uitbater')
  const html = await (await visitor.get(paths.installationHealth())).text()
  expect(html).toContain(texts.advice.absent.mail('MAIL_SMTP_URL'))
  expect((await visitor.post(paths.tryParty(), { partij: 'mail' })).status).toBe(404)
  await bare.close()
})

test('a party is tried some times a minute, whoever asks', async () => {
  let calls = 0
  probe = async () => {
    calls += 1
  }
  for (let go = 0; go < 6; go++) await tryNow('99001')
  expect(calls).toBeLessThanOrEqual(3)
  operator = await trial.visitor('uitbater')
  expect(await tryNow('99001')).toContain('party-too-soon')
})

test('what is not there is not tried', async () => {
  expect((await operator.post(paths.tryParty(), { partij: '98765' })).status).toBe(404)
  expect((await operator.post(paths.tryParty(), { partij: '../x' })).status).toBe(404)
  expect(await tryNow('99002')).toContain('party-tried')
  expect((await events())[0]).toMatchObject({ details: { outcome: 'not-configured' } })
})

const at = (minute: number) => new Date(Date.UTC(2029, 4, 2, 10, minute))
const party: OutsideParty = { key: '99001', road: 'a b c', kind: 'mailbox', municipalities: ['Zonnedorp'] }
test.each<[string, Partial<OutsideParty>, string]>([
  ['nothing is known', {}, 'unknown'],
  ['it answered', { answeredAt: at(1) }, 'answers'],
  ['it is away', { answeredAt: at(1), downSince: at(2) }, 'away'],
  [
    'it is away, and a newer try was answered',
    { downSince: at(2), lastTry: { at: at(3), outcome: 'answered', code: '' } },
    'answers',
  ],
  [
    'a try failed, and it answered since',
    { answeredAt: at(4), lastTry: { at: at(3), outcome: 'no-answer', code: '' } },
    'answers',
  ],
  ['a try failed', { answeredAt: at(2), lastTry: { at: at(3), outcome: 'too-slow', code: '' } }, 'away'],
  ['there is no road', { answeredAt: at(2), notConfigured: 'X' }, 'absent'],
])('the newest counts: %s', (_, known, state) => {
  expect(stateOf({ ...party, ...known })).toBe(state)
})
