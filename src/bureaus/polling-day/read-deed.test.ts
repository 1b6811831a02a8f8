import { expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { readDeed } from './read-deed.ts'

const now = new Date('2030-10-13T06:00:00Z')
const election = { pollingDay: '2030-10-13' }
const [id, assignmentId] = [newId<string>(), newId<string>()]
const read = (typed: Parameters<typeof readDeed>[0]) => readDeed({ id, ...typed }, election, now)

test('its moment is the hour that was typed, else that of the telephone, else now', () => {
  const came = { kind: 'check-in', assignmentId }
  const at = '2030-10-13T05:10:00.000Z'
  expect(read({ ...came, hour: '7:25', at })).toMatchObject({ deed: { at: '2030-10-13T05:25:00.000Z' } })
  expect(read({ ...came, hour: '', at })).toMatchObject({ deed: { at } })
  expect(read(came)).toMatchObject({ deed: { at: now.toISOString() } })
  for (const hour of ['25:00', '7', '7:61', 'vroeg'])
    expect(read({ ...came, hour }), hour).toMatchObject({ because: 'hour' })
})

test('the first field that is missing or wrong is named', () => {
  expect(read({ kind: 'dismiss', assignmentId, reason: ' ' })).toMatchObject({ because: 'reason' })
  expect(read({ kind: 'incident', incident: 'FIRE', note: 'x' })).toMatchObject({ because: 'incident' })
  expect(read({ kind: 'appoint', seatId: id, listNumber: 'twaalf', lastName: 'Peeters' })).toMatchObject({
    because: 'listNumber',
  })
  expect(read({ kind: 'pay', assignmentId })).toMatchObject({ because: 'kind' })
  const fields = { kind: 'appoint', seatId: id, listNumber: '12', lastName: 'Peeters' }
  expect(read({ ...fields, sworn: 'ja' })).toMatchObject({ deed: { sworn: true, listNumber: 12 } })
  expect(read(fields)).toMatchObject({ deed: { sworn: false } })
})
