import type { Election } from '../../elections/index.ts'
import { longDate, momentText } from '../../platform/dates.ts'
import type { ExcuseGround } from '../excuses/excuse.ts'
import type { ReachedCheckpoint } from '../polling-day/checkpoints.ts'
import { dayInDutch } from '../polling-day/texts.nl.ts'
import type { AbsenceFile, ReportedMember, ToldBy } from './absence-file.ts'
import type { DocumentLine, PlainDocument } from './plain-document.ts'
import { texts } from './texts.nl.ts'

const words = texts.absences
const moment = (at: Date) => momentText(at, 'nl')
const day = (text: string) => longDate(text, 'nl')

/**
 * The file of a bureau as who prosecutes reads it. It names nobody whose reason was taken before a file named them, and no article: what
 * the rules have of the route is not all verified.
 */
export function absenceDocument(
  { name, pollingDay }: Pick<Election, 'name' | 'pollingDay'>,
  { bureau, addressee, passedOnTo, reported, takenBack, notTold, unknown }: AbsenceFile,
): PlainDocument {
  const title = texts.bureaus[bureau.kind](bureau.number)
  const { attendanceClosedAt } = bureau
  return {
    title: words.title(title),
    opening: [
      words.opening(texts.addressees[addressee], name, pollingDay),
      words.met(moment(bureau.meetingTime), bureau.place),
      ...(attendanceClosedAt ? [words.closed(moment(attendanceClosedAt))] : []),
      ...(takenBack.length > 0 ? [words.withdrawn(takenBack.length)] : []),
      ...(notTold.length > 0 ? [words.notTold(notTold.length)] : []),
      ...(unknown.length > 0 ? [words.unknown(unknown.length)] : []),
      ...(reported.length === 0 ? [words.none] : []),
    ],
    parts: [
      ...reported.map((one) => ({ title: one.name, lines: linesOf(one) })),
      ...takenBack.map((one) => ({ title: words.takenBack(one.name), lines: takenBackLines(one) })),
    ],
    closing: passedOnTo.map((one) => words.passedOn(texts.addressees[one])),
    reference: title,
  }
}

function linesOf(one: ReportedMember): DocumentLine[] {
  const {
    bornOn,
    addressLines,
    notedBy,
    role,
    arrivedAt,
    left,
    missed = [],
    designatedOn,
    told,
    laterEvidence,
    remarks = [],
    weaknesses,
  } = one
  return [
    ...(bornOn ? [{ label: words.born, text: bornText(bornOn) }] : []),
    ...(addressLines ? [{ label: words.address, text: addressLines.join(', ') }] : []),
    { label: words.role, text: texts.roles[role] },
    { label: words.fact, text: factText(one) },
    ...(arrivedAt ? [{ label: words.arrived, text: moment(arrivedAt) }] : []),
    ...(left ? [{ label: words.leftAt, text: moment(left.at) }] : []),
    ...(left?.because ? [{ label: words.leftBecause, text: left.because }] : []),
    ...(missed.length > 0 ? [{ label: words.missed, text: missed.map(missedText).join('; ') }] : []),
    ...(notedBy
      ? [
          {
            label: words.noted,
            text: words.notedText(words.authorities[notedBy.authority], moment(notedBy.at)),
          },
        ]
      : []),
    ...(designatedOn ? [{ label: words.designated, text: day(designatedOn) }] : []),
    ...told.map((by) => ({ label: words.told, text: toldText(by) })),
    ...laterEvidence.map(({ ground, receivedOn, documents }) => ({
      label: words.evidence,
      text: words.evidenceText(texts.grounds[ground as ExcuseGround] ?? ground, receivedOn, documents),
    })),
    ...remarks.map(({ saidBy, text }) => ({ label: words.remarks[saidBy], text })),
    ...weaknesses.map((one) => ({ label: words.missing, text: words.weaknesses[one] })),
  ]
}

/** What somebody is reported for, in words. */
export function factText({ fact, minutesLate }: Pick<ReportedMember, 'fact' | 'minutesLate'>): string {
  if (fact === 'ABSENT') return words.absent
  if (fact === 'LATE') return words.late(minutesLate)
  return minutesLate === undefined ? words.left : `${words.left}; ${words.late(minutesLate)}`
}

const missedText = ({ checkpoint, reachedAt }: ReachedCheckpoint) =>
  words.missedText(dayInDutch.checkpoints[checkpoint], moment(reachedAt))

/** Of some only the year, or the month, is known. */
export function bornText(bornOn: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(bornOn) ? day(bornOn) : bornOn
}

function takenBackLines({ role, reportedOn, excusedAfterOn }: ReportedMember): DocumentLine[] {
  return [
    { label: '', text: words.takenBackText },
    { label: words.role, text: texts.roles[role] },
    ...(reportedOn ? [{ label: words.reported, text: day(reportedOn) }] : []),
    ...(excusedAfterOn ? [{ label: words.excused, text: day(excusedAfterOn) }] : []),
  ]
}

function toldText({ channel, sentOn, arrived }: ToldBy): string {
  const sent = words.toldText(words.channels[channel], sentOn)
  return sent + (arrived ? words.toldArrived(moment(arrived.at), arrived.proof) : words.notArrived)
}
