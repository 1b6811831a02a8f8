import { expect, test } from 'vitest'
import { faultOf, isBefore } from './faults.js'

test('a telephone keeps nothing that is certainly refused: a reason, a text, a name, a number and an hour have to be there', () => {
  const dismiss = { kind: 'dismiss', id: '1', assignmentId: 'a' }
  expect(faultOf({ ...dismiss, 'reason.a': ' ' })).toBe('reason.a')
  expect(faultOf({ ...dismiss, 'reason.a': 'Te veel bijzitters.' })).toBeUndefined()
  const leave = { kind: 'leave', id: '1', assignmentId: 'a', 'reason.weg-a': 'onwel' }
  for (const hour of ['', '11:25']) expect(faultOf({ ...leave, 'hour.weg-a': hour }), hour).toBeUndefined()
  expect(faultOf({ ...leave, 'hour.weg-a': '11' })).toBe('hour.weg-a')
  expect(faultOf({ ...leave, 'reason.weg-a': '' })).toBe('reason.weg-a')
  const hours = ['25:99', '7', '', '24:00', '7:60', 'half acht']
  for (const hour of hours) expect(faultOf({ kind: 'check-in', 'hour.a': hour }), hour).toBe('hour.a')
  for (const hour of ['7:25', '07.25', '7u25', ' 23:59 '])
    expect(faultOf({ kind: 'check-in', 'hour.a': hour }), hour).toBeUndefined()
  const appoint = { kind: 'appoint', seatId: 's', 'listNumber.s': '12', 'lastName.s': 'Maes' }
  expect(faultOf(appoint)).toBeUndefined()
  for (const number of ['', '0', 'twaalf', '12345678'])
    expect(faultOf({ ...appoint, 'listNumber.s': number }), number).toBe('listNumber.s')
  expect(faultOf({ ...appoint, 'lastName.s': '' })).toBe('lastName.s')
  expect(faultOf({ kind: 'incident', note: 'Rij.' })).toBe('incident')
  expect(faultOf({ kind: 'incident', incident: 'QUEUE', note: '' })).toBe('note')
  expect(faultOf({ kind: 'check-in', id: '1', assignmentId: 'a' })).toBeUndefined()
})

test('polling day begins at midnight in Belgium, wherever the clock of the telephone stands', () => {
  expect(isBefore('2030-10-13', new Date('2030-10-12T21:59:00Z'))).toBe(true)
  expect(isBefore('2030-10-13', new Date('2030-10-12T22:00:00Z'))).toBe(false)
})
