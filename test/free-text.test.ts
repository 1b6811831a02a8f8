import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { requestExcuse } from '../src/bureaus/excuses/request-excuse.ts'
import {
  adoptList,
  askGroupMessage,
  changeWording,
  makeTraining,
  reopenList,
  sendList,
  withdrawDraw,
} from '../src/bureaus/index.ts'
import { aTraining } from '../src/bureaus/testing.ts'
import { retryFailed, settleUnconfirmed } from '../src/delivery/index.ts'
import type { Election } from '../src/elections/index.ts'
import {
  breakGlass,
  refuseRelease,
  reprintFile,
  requestRelease,
  withdrawLetter,
  withdrawOutdatedLetters,
} from '../src/letters/index.ts'
import { nameDeputy, type Staff } from '../src/municipalities/index.ts'
import { examineLookUp, showPersonEvents } from '../src/oversight/index.ts'
import { writeGovernorStatement } from '../src/papers/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { dayInBelgium } from '../src/platform/dates.ts'
import type { MunicipalityId } from '../src/platform/ids.ts'
import { liftLegalHold, placeLegalHold, recordValidation } from '../src/retention/index.ts'
import { findVoters, openVoter } from '../src/voters/index.ts'

/**
 * What people type goes to the audit log as it is, for good: every use case that takes such a text refuses a national number, and
 * before it looks anything up. These have no database to look in.
 */

const municipalityId = 1 as MunicipalityId
const nowhere = { clock: systemClock } as never
const staff = { municipalityId, staffId: 'absent', rights: ['staff.manage'] } as unknown as Staff
const election = { municipalityId, electionId: 'e', pollingDay: '2024-10-13' } as unknown as Election
const campaign = { municipalityId, campaignId: 'c' } as never
const by = 'clerk'
const letter = { election, by }
const sampleSha256 = Buffer.alloc(32)
const today = dayInBelgium(new Date())
const absence = { absent: 'absent', deputy: 'other', from: today, until: today } as never as {
  absent: never
  deputy: never
  from: string
  until: string
}

type Refusing = (text: string) => Promise<unknown>

const useCases: Readonly<Record<string, Refusing>> = {
  'bureaus/listing/adopt-list': (decision) =>
    adoptList(nowhere, { ...letter, kind: 'A', decision, decidedOn: today }),
  'bureaus/listing/send-list': (sentTo) => sendList(nowhere, { ...letter, kind: 'A', sentTo, sentOn: today }),
  'bureaus/listing/reopen-list': (reason) => reopenList(nowhere, { ...letter, kind: 'A', reason }),
  'bureaus/messages/change-wording': (body) =>
    changeWording(nowhere, {
      ...letter,
      ...{ template: 'eve', language: 'nl', seen: 0, wording: { subject: 'x', body, sms: '' } },
    }),
  'bureaus/messages/group-message': (body) =>
    askGroupMessage(nowhere, { ...letter, seen: '', filter: {}, wording: { subject: 'x', body, sms: '' } }),
  'bureaus/excuses/request-excuse': (text) =>
    requestExcuse(nowhere, {
      ...{ ...letter, assignmentId: 'a' as never, authority: 'person', channel: 'PORTAL' },
      request: { ground: 'OTHER', text },
    }),
  'bureaus/training/keep-training': (title) =>
    makeTraining(nowhere, { ...letter, plan: aTraining({ title }) }),
  'bureaus/training/keep-training (place)': (place) =>
    makeTraining(nowhere, { ...letter, plan: aTraining({ place }) }),
  'bureaus/drawing/withdraw-draw': (reason) => withdrawDraw(nowhere, { election, staff, reason }),
  'delivery/settle-unconfirmed': (evidence) =>
    settleUnconfirmed(nowhere, {
      ...(campaign as object),
      documentId: 'd',
      as: 'delivered',
      evidence,
      by,
    } as never),
  'delivery/retry-failed': (reason) =>
    retryFailed(nowhere, { ...(campaign as object), group: { reason }, by } as never),
  'voters/searching/find-voters': (reason) =>
    findVoters(nowhere, { ...letter, question: { listNumber: 1 }, reason }),
  'voters/searching/open-voter': (reason) => openVoter(nowhere, { ...letter, voterId: 'v' as never, reason }),
  'letters/amending/withdraw-letter': (reason) =>
    withdrawLetter(nowhere, { ...letter, listNumber: 1, reason }),
  'letters/amending/withdraw-outdated': (reason) => withdrawOutdatedLetters(nowhere, { ...letter, reason }),
  'letters/releasing/break-glass': (reason) =>
    breakGlass(nowhere, { election, staff, sampleSha256, reason: `nobody else is there: ${reason}` }),
  'letters/releasing/release-letters': (reason) => refuseRelease(nowhere, { election, staff, reason }),
  'letters/releasing/release-letters (asked again)': (again) =>
    requestRelease(nowhere, { election, staff, again }),
  'letters/printing/reprint-file': (reason) =>
    reprintFile(nowhere, { ...letter, folder: '/nowhere', file: 'section-001', reason }),
  'municipalities/name-deputy': (reason) => nameDeputy(nowhere, { staff, ...absence, reason }),
  'oversight/show-person-events': (reason) => showPersonEvents(nowhere, { ...letter, listNumber: 1, reason }),
  'oversight/examine-look-up': (conclusion) =>
    examineLookUp(nowhere, { municipalityId, eventId: 1, conclusion, by }),
  'retention/legal-hold': (reason) => placeLegalHold(nowhere, { ...letter, reason, source: 'a ruling' }),
  'retention/legal-hold (source)': (source) =>
    placeLegalHold(nowhere, { ...letter, reason: 'an appeal', source }),
  'retention/legal-hold (lifted)': (because) => liftLegalHold(nowhere, { ...letter, because }),
  'retention/record-validation': (source) =>
    recordValidation(nowhere, { ...letter, validatedOn: '2024-10-20', source }),
  'papers/write-governor-statement': (source) =>
    writeGovernorStatement(nowhere, { ...letter, folder: '/nowhere', posted: { on: '2024-10-01', source } }),
}

test.each(Object.entries(useCases))('%s refuses a national number in its text', async (_, refusing) => {
  for (const number of ['85610100147', '85.61.01-001.47', '85 61 01 001 47', '856 101 001 47'])
    expect(await refusing(`ticket 12, ${number}, found`)).toMatchObject({
      ok: false,
      because: 'number-in-text',
    })
})

/** What lands in the log under these names is not typed by anybody, or is looked at in another way. */
const others: Readonly<Record<string, string>> = {
  'desk/note-visits': 'our own code',
  'delivery/stop-campaign': 'stopping waits for nothing: the text is masked',
  'delivery/pull-read-status': 'a code of the other side',
  'letters/offline/receive-issues': 'reasons and ways of checking that the code of an entry knows',
  'letters/releasing/carry-out-release': 'our own code',
  'letters/duplicating/issue-duplicate': 'one of the reasons that the ruleset knows',
  'letters/returned/register-returned': 'codes',
  'bureaus/proposing/write-proposals': 'the rules by which the program gave a seat, in codes and numbers',
  'bureaus/proposing/propose-seating': 'the rules by which the program gave a seat, in codes and numbers',
  'bureaus/messages/show-people-to-call': 'one of two codes of ours',
  'bureaus/paying/read-back': 'a code of a bank, and nothing that has another form',
  'municipalities/log-in': 'our own code',
  'municipalities/manage-credentials': 'our own code',
  'retention/purge-election': 'articles of a ruleset',
  'voters/importing/import-voters': 'the name of a preset, and counts',
  'voters/mending/write-mending-sheet': 'the name of a list',
}

test('no other use case writes what was typed in the log', () => {
  const typed = /\b(reason|because|evidence|source|conclusion|posted|remark|note|why)\b/
  const files = globSync('src/**/*.ts').filter((file) => !/\.test\.ts$|testing\.ts$/.test(file))
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const details = [...text.matchAll(/details(?:: | = )(\{[^}]*\})/g)].map(([, fields]) => fields!).join()
    const name = file.slice('src/'.length, -'.ts'.length)
    return text.includes('recordAudit') && typed.test(details) ? [name] : []
  })
  const known = new Set([...Object.keys(useCases).map((name) => name.split(' ')[0]), ...Object.keys(others)])
  expect(found.filter((file) => !known.has(file))).toEqual([])
})
