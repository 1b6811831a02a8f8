import type { Election } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { bornText, factText } from './absence-document.ts'
import type { BureauOnTheDay, ReportedMember } from './absence-file.ts'
import type { Addressee } from './absence-rules.ts'
import type { PlainDocument } from './plain-document.ts'
import { texts } from './texts.nl.ts'

const words = texts.withdrawal
const labels = texts.absences
const day = (text: string) => longDate(text, 'nl')

export interface Withdrawn {
  readonly bureau: Pick<BureauOnTheDay, 'kind' | 'number'>
  readonly member: ReportedMember
  readonly addressee: Addressee
  /** The first file that names this person and that the addressee got. */
  readonly file: { readonly version: number; readonly sentOn: string }
}

/** Takes back what was reported of one person, to one who was told. Why the reason was taken stands nowhere in it. */
export function withdrawalDocument(
  { name, pollingDay }: Pick<Election, 'name' | 'pollingDay'>,
  { bureau, member, addressee, file }: Withdrawn,
): PlainDocument {
  const { bornOn, addressLines, role, reportedOn, excusedAfterOn } = member
  const title = texts.bureaus[bureau.kind](bureau.number)
  return {
    title: words.title,
    opening: [
      words.to(texts.addressees[addressee]),
      words.sent(file.version, title, day(file.sentOn), name, day(pollingDay)),
      words.takenBack(day(excusedAfterOn ?? pollingDay)),
    ],
    parts: [
      {
        title: member.name,
        lines: [
          ...(bornOn ? [{ label: labels.born, text: bornText(bornOn) }] : []),
          ...(addressLines ? [{ label: labels.address, text: addressLines.join(', ') }] : []),
          { label: labels.role, text: texts.roles[role] },
          { label: words.fact, text: factText(member) },
          ...(reportedOn ? [{ label: words.reported, text: day(reportedOn) }] : []),
        ],
      },
    ],
    closing: [words.others],
    reference: words.reference(title),
  }
}
