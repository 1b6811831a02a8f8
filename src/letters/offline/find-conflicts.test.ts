import { expect, test } from 'vitest'
import { findConflicts, type StandingNow } from './find-conflicts.ts'
import type { IssuedEntry } from './offline-issue.ts'

const entry: IssuedEntry = {
  ...{ kind: 'issued', listNumber: 3, section: 1, room: 'School, zaal', before: 0 },
  ...{ reason: 'not-received', identity: 'passport', clerk: 'Lot', at: '2029-06-10T08:00:00.000Z' },
}
const standing: StandingNow = {
  ...{ voter: { state: 'enrolled', section: 1 }, room: 'School, zaal', hasCurrentLetter: true, others: 0 },
  ...{ madeAt: new Date('2029-06-09T16:00:00Z'), revokedAt: null, offered: ['not-received'] },
  ...{ lastMoment: new Date('2029-06-10T14:00:00Z'), now: new Date('2029-06-10T12:00:00Z') },
}

test('nothing is the matter with most', () => expect(findConflicts(entry, standing)).toEqual([]))

test.each<[string, Partial<IssuedEntry>, Partial<StandingNow>, string[]]>([
  [
    'nobody has the number',
    {},
    { voter: undefined, room: undefined, hasCurrentLetter: false },
    ['no-such-voter'],
  ],
  ['struck since', {}, { voter: { state: 'struck', section: 1 }, hasCurrentLetter: false }, ['struck']],
  ['the letter was taken back', {}, { hasCurrentLetter: false }, ['not-current']],
  ['another section', {}, { voter: { state: 'enrolled', section: 2 } }, ['moved']],
  ['the room moved', {}, { room: 'Sporthal' }, ['moved']],
  ['another elsewhere', {}, { others: 1 }, ['another']],
  [
    'at the hour it is too late',
    { at: '2029-06-10T14:00:00.000Z' },
    { now: new Date('2029-06-10T18:00:00Z') },
    ['too-late'],
  ],
  ['in the future', { at: '2029-06-10T13:00:00.000Z' }, {}, ['clock']],
  ['before the pack was made', { at: '2029-06-09T12:00:00.000Z' }, {}, ['clock']],
  ['a few minutes ahead', { at: '2029-06-10T12:04:00.000Z' }, {}, []],
  ['revoked', {}, { revokedAt: new Date('2029-06-10T09:00:00Z') }, ['revoked']],
  ['a reason that the law does not know', { reason: 'lost' }, {}, ['reason-not-offered']],
  [
    'more than one thing',
    { reason: 'lost' },
    { others: 2, room: 'Sporthal' },
    ['reason-not-offered', 'moved', 'another'],
  ],
])('%s', (_, other, changed, conflicts) => {
  expect(findConflicts({ ...entry, ...other }, { ...standing, ...changed })).toEqual(conflicts)
})
