import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { longDate, momentText } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Typesetter, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type PlainDocument, sentBy, typesetPlainDocument } from './plain-document.ts'
import { serviceFacts } from './service-overview.ts'
import { type ServiceStatement, serviceStatement } from './service-statement.ts'
import { texts } from './texts.nl.ts'

const words = texts.statement

/**
 * What a member shows an employer or a school, as a PDF: that they served, until when, or came and could go home. Nothing for who was absent, or of
 * whom it is not known yet. Whoever makes it leaves a trace; that the member may is for the caller.
 */
export function openServiceStatement(
  { database, typesetter }: { readonly database: Database; readonly typesetter: Typesetter },
  { election, assignmentId, by }: { election: Election; assignmentId: AssignmentId; by: string },
): Promise<Result<{ pdf: Uint8Array }, 'no-statement' | 'unprintable'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { settingsVersion: _, ...sender } = await sentBy(db, municipalityId)
    const facts = await serviceFacts(db, election, assignmentId, sender.municipality.name)
    const statement = facts && serviceStatement(facts)
    if (!statement) return refused('no-statement')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.service-stated', subject: assignmentId },
    })
    try {
      const document = documentOf(statement, assignmentId)
      return { ok: true, pdf: await typesetPlainDocument(typesetter, { ...document, ...sender }) }
    } catch (error) {
      if (error instanceof UnprintableText) return refused('unprintable')
      throw error
    }
  })
}

function documentOf(
  { says, name, pollingDay, election, bureau, role, until }: ServiceStatement,
  assignmentId: AssignmentId,
): PlainDocument {
  const declares = says === 'came-and-was-not-needed' ? words.cameAndWasNotNeeded : words.served
  return {
    title: words.title,
    opening: [declares(bureau.municipality, name, pollingDay)],
    parts: [
      {
        title: words.part,
        lines: [
          { label: words.election, text: election },
          { label: words.day, text: longDate(pollingDay, 'nl') },
          { label: words.bureau, text: texts.bureaus[bureau.kind](bureau.number) },
          { label: words.role, text: texts.roles[role] },
          ...(until ? [{ label: words.until, text: momentText(until, 'nl') }] : []),
        ],
      },
    ],
    closing: words.closing,
    reference: assignmentId,
  }
}
