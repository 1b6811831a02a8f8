import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MemberId, TrainingId } from '../../platform/ids.ts'
import { type Typesetter, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type PlainDocument, sentBy, typesetPlainDocument } from '../absences/plain-document.ts'
import { type Member, membersById } from '../assignments/member-store.ts'
import { findEnrolment } from './enrolment-store.ts'
import { texts } from './texts.nl.ts'
import type { Training } from './training.ts'
import { listTrainings } from './trainings-overview.ts'

/**
 * The certificate of who was in a training, as a PDF; nothing for who was not, or of whom it was not noted. Whoever makes it leaves a trace; that
 * the member may is for the caller.
 */
export function openTrainingCertificate(
  { database, typesetter }: { readonly database: Database; readonly typesetter: Typesetter },
  asked: { election: Election; trainingId: TrainingId; memberId: MemberId; by: string },
): Promise<Result<{ pdf: Uint8Array }, 'no-certificate' | 'unprintable'>> {
  const { election, trainingId, memberId, by } = asked
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found = await findEnrolment(db, election, trainingId, memberId)
    const [training] = await listTrainings(db, election, trainingId)
    const member = (await membersById(db, election, [memberId])).get(memberId)
    if (found?.attendance !== 'PRESENT' || !training || !member) return refused('no-certificate')
    const { settingsVersion: _, ...sender } = await sentBy(db, municipalityId)
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.training-certified', subject: memberId },
      details: { training: trainingId },
    })
    const document = documentOf(election, training, member, sender.municipality.name)
    try {
      return { ok: true, pdf: await typesetPlainDocument(typesetter, { ...document, ...sender }) }
    } catch (error) {
      if (error instanceof UnprintableText) return refused('unprintable')
      throw error
    }
  })
}

function documentOf(
  { name: election }: Election,
  { title, startsAt, endsAt, place, trainingId }: Training,
  { firstNames, lastName }: Member,
  municipality: string,
): PlainDocument {
  const day = dayInBelgium(startsAt)
  const name = [firstNames, lastName].filter(Boolean).join(' ')
  return {
    title: texts.title,
    opening: [texts.declares(municipality, name, day)],
    parts: [
      {
        title: texts.part,
        lines: [
          { label: texts.training, text: title },
          { label: texts.election, text: election },
          { label: texts.day, text: longDate(day, 'nl') },
          { label: texts.hours, text: texts.from(hourOf(startsAt), hourOf(endsAt)) },
          { label: texts.place, text: place ?? texts.online },
        ],
      },
    ],
    closing: texts.closing,
    reference: trainingId,
  }
}

const clock = new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' })
const hourOf = (moment: Date) => clock.format(moment)
