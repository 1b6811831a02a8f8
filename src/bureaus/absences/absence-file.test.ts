import { describe, expect, test } from 'vitest'
import { electionCalendar } from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import { bureauDay } from '../bureau-day.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type AbsenceFacts, type AbsenceFile, absenceFile, type BureauOnTheDay } from './absence-file.ts'

const local = loadBureauRules({ regime: 'LPKD' }).absence
const federal = loadBureauRules({ regime: 'KWB' }).absence

const bureau: BureauOnTheDay = {
  kind: 'POLLING',
  number: '12',
  place: 'Sporthal',
  meetingTime: new Date('2030-10-13T05:00:00Z'),
  attendanceClosedAt: new Date('2030-10-13T06:00:00Z'),
}

function aMember(facts: Partial<AbsenceFacts> = {}): AbsenceFacts {
  return {
    assignmentId: 'assignment-1',
    name: 'Lien Peeters',
    role: 'ASSESSOR',
    designatedOn: '2030-09-03',
    told: [
      {
        channel: 'registered-letter',
        sentOn: '2030-09-04',
        arrived: { at: new Date('2030-09-06T09:00:00Z'), proof: 'RR123456785BE' },
      },
    ],
    attendance: 'ABSENT',
    laterEvidence: [],
    ...facts,
  }
}

function fileOf(...members: AbsenceFacts[]): AbsenceFile {
  const file = absenceFile(local, bureau, { members, unknown: [] }, '2030-10-16')
  if (typeof file === 'string') throw new Error(file)
  return file
}

describe('who is reported', () => {
  test.each([
    ['absent', { attendance: 'ABSENT' }, ['ABSENT']],
    ['late', { attendance: 'LATE', arrivedAt: new Date('2030-10-13T05:25:59Z') }, ['LATE']],
    ['an absent substitute, who had to come too', { role: 'SUBSTITUTE' }, ['ABSENT']],
    ['who was there is not', { attendance: 'PRESENT' }, []],
    ['who was sent home came, and is not', { attendance: 'DISMISSED' }, []],
    ['who left before the end', { attendance: 'LEFT' }, ['LEFT']],
    ['who left, though no call had reached them', { attendance: 'LEFT', neverReached: true }, ['LEFT']],
  ] as [string, Partial<AbsenceFacts>, string[]][])('%s', (_, facts, reported) => {
    expect(fileOf(aMember(facts)).reported.map(({ fact }) => fact)).toEqual(reported)
  })

  test('how late, in whole minutes', () => {
    const late = aMember({ attendance: 'LATE', arrivedAt: new Date('2030-10-13T05:25:59Z') })
    expect(fileOf(late).reported[0]).toMatchObject({ minutesLate: 25, weaknesses: [] })
  })

  test('who left is told with the rule that nobody verified, and with the minutes when they came late as well', () => {
    const left = { at: new Date('2030-10-13T08:30:00Z'), because: 'onwel' }
    const arrivedAt = new Date('2030-10-13T05:10:00Z')
    const file = fileOf(aMember({ attendance: 'LEFT', left, arrivedAt, wasLate: true }))
    expect(file).toMatchObject({ leavingBasis: { mark: 'NV' }, reported: [{ minutesLate: 10, left }] })
    const inTime = fileOf(aMember({ attendance: 'LEFT', left, arrivedAt, wasLate: false }))
    expect(inTime.reported[0]).not.toHaveProperty('minutesLate')
    expect(fileOf(aMember())).not.toHaveProperty('leavingBasis')
    const free = { ...local, leaving: { ...local.leaving, value: 'not-punished' as const } }
    const members = [aMember({ attendance: 'LEFT', left })]
    expect(absenceFile(free, bureau, { members, unknown: [] }, undefined)).toMatchObject({ reported: [] })
  })

  test('nobody, while attendance is not closed', () => {
    const open = { ...bureau, attendanceClosedAt: undefined }
    expect(absenceFile(local, open, { members: [aMember()], unknown: [] }, undefined)).toBe(
      'attendance-not-closed',
    )
  })
})

describe('where it goes', () => {
  test('local: the justice of the peace, then the prosecutor', () => {
    expect(fileOf(aMember())).toMatchObject({
      addressee: 'justice-of-the-peace',
      passedOnTo: ['public-prosecutor'],
      sendBy: '2030-10-16',
      legalBasis: { mark: 'L' },
    })
  })

  test('federal: a route that was not verified, without a day', () => {
    const file = absenceFile(federal, bureau, { members: [aMember()], unknown: [] }, undefined)
    expect(file).toMatchObject({ addressee: 'main-bureau', legalBasis: { mark: 'NV' } })
    expect(file).not.toHaveProperty('sendBy')
  })

  test('the day is that of the calendar of the election', () => {
    const election = anElection()
    const [known] = electionCalendar(election)
    expect(bureauDay(election, known!.id)).toBe(known!.date)
    expect(bureauDay(election, undefined)).toBeUndefined()
  })
})

describe('what a judge would miss is said before the file leaves', () => {
  const told = aMember().told[0]!
  test.each([
    ['no designation', { designatedOn: undefined }, ['not-designated']],
    ['nothing was sent', { told: [] }, ['not-proven-told']],
    [
      'sent, and nothing proves that it arrived',
      { told: [{ ...told, arrived: undefined }] },
      ['not-proven-told'],
    ],
    [
      'it arrived when the bureau had begun',
      { told: [{ ...told, arrived: { at: bureau.meetingTime, proof: 'X' } }] },
      ['told-too-late'],
    ],
    ['late, and nobody wrote down when', { attendance: 'LATE' }, ['no-arrival-time']],
    ['left, and was there at every moment', { attendance: 'LEFT', told: [] }, ['missed-no-moment']],
    [
      'left, and missed one',
      { attendance: 'LEFT', told: [], missed: [{ checkpoint: 'CLOSED', reachedAt: bureau.meetingTime }] },
      [],
    ],
    ['one of two letters arrived', { told: [{ ...told, arrived: undefined }, told] }, []],
  ] as [string, Partial<AbsenceFacts>, string[]][])('%s', (_, facts, weaknesses) => {
    expect(fileOf(aMember(facts)).reported[0]!.weaknesses).toEqual(weaknesses)
  })
})

describe('excused after', () => {
  const evidence = [{ receivedOn: '2030-10-14', ground: 'MEDICAL', documents: 1 }]

  test('evidence that came later goes along; it is no excuse by itself', () => {
    expect(fileOf(aMember({ laterEvidence: evidence })).reported[0]!.laterEvidence).toEqual(evidence)
  })

  test('before a file named them: not reported', () => {
    const file = fileOf(aMember({ laterEvidence: evidence, excusedAfterOn: '2030-10-15' }))
    expect([file.reported.length, file.excusedAfter.length, file.takenBack.length]).toEqual([0, 1, 0])
  })

  test('after: taken back', () => {
    const facts = { excusedAfterOn: '2030-11-15', reportedOn: '2030-10-16' }
    const file = fileOf(aMember(facts))
    expect([file.reported.length, file.excusedAfter.length, file.takenBack.length]).toEqual([0, 0, 1])
  })
})
