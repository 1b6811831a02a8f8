import { electionCalendar } from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { absenceDocument } from './absence-document.ts'
import { type AbsenceFacts, absenceFile } from './absence-file.ts'
import type { PlainDocument } from './plain-document.ts'

/** A file of a bureau with somebody who is reported and somebody who is taken back, for tests. */
export function anAbsenceDocument(): PlainDocument {
  const bureau = {
    ...{ number: '12', place: 'Sporthal' },
    kind: 'POLLING' as const,
    meetingTime: new Date('2029-06-10T05:45:00Z'),
    attendanceClosedAt: new Date('2029-06-10T06:30:00Z'),
  } as const
  const arrived = { at: new Date('2029-06-01T09:00:00Z'), proof: 'RR123456785BE' }
  const member: Omit<AbsenceFacts, 'assignmentId' | 'attendance'> = {
    ...{ name: 'Lien Peeters', role: 'ASSESSOR', designatedOn: '2029-05-20', laterEvidence: [] },
    told: [{ channel: 'registered-letter', sentOn: '2029-05-21', arrived }],
  }
  const late = { ...member, assignmentId: '1', attendance: 'LATE' } as const
  const excused = { ...member, assignmentId: '2', attendance: 'ABSENT', reportedOn: '2029-06-11' } as const
  const election = anElection()
  const file = absenceFile(
    loadBureauRules({ regime: 'KWB' }).absence,
    bureau,
    { members: [late, { ...excused, excusedAfterOn: '2029-06-12' }], unknown: [] },
    electionCalendar(election)[0]?.date,
  )
  if (typeof file === 'string') throw new Error(file)
  return absenceDocument(election, file)
}

/** Who sends it. */
export const aSender = {
  municipality: {
    ...{ name: 'Zonnedorp', department: 'Dienst verkiezingen', lines: ['Dorpsplein 1', '9999 Zonnedorp'] },
    ...{ hasArms: false, armsAlternative: '' },
  },
  arms: undefined,
} as const
