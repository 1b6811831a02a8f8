import { randomUUID } from 'node:crypto'
import { recordAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import { type Result, refused } from '../platform/result.ts'
import { askPatiently, usualPatience } from './ask-patiently.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import type { Consents } from './mailbox-questions.ts'
import type { ReadStatusPull } from './pull-read-status.ts'
import { recipientsAfter } from './reading-store.ts'

const never = new AbortController().signal

/**
 * How many addressees of a campaign have an e-Box in use. Counts only: that somebody has none changes nothing about their
 * letter, so who that is need not be kept.
 */
export async function searchConsents(
  deps: Pick<DeliveryDeps, 'database' | 'vault' | 'mailboxFor'>,
  { municipalityId, campaignId, by, onProgress, shutdown = never, patience = usualPatience }: ReadStatusPull,
): Promise<Result<Consents, 'consents-not-offered' | 'party-gave-no-answer' | 'asking-interrupted'>> {
  const campaign = { municipalityId, campaignId }
  const scope = staffOf(municipalityId)
  const { consents } = await deps.mailboxFor(municipalityId)
  if (!consents) return refused('consents-not-offered')

  const found = { accepted: 0, notAccepted: 0, notFound: 0 }
  for (let after: DocumentId | undefined, asked = 0; ; ) {
    if (shutdown.aborted) return refused('asking-interrupted')
    const page = await deps.database.inScope(scope, (db) =>
      recipientsAfter(db, campaign, after, consents.atOnce),
    )
    if (page.length === 0) break
    const open = () => page.map(({ recipientCipher }) => deps.vault.open(recipientCipher) as NationalNumber)
    const answer = await askPatiently(() => consents.ask(open(), randomUUID()), patience, shutdown)
    if (!answer.ok) return refused('party-gave-no-answer', answer.code)
    found.accepted += answer.accepted
    found.notAccepted += answer.notAccepted
    found.notFound += answer.notFound
    after = page.at(-1)!.documentId
    asked += page.length
    onProgress?.(asked, asked + (page.length === consents.atOnce ? consents.atOnce : 0))
  }
  const event = { municipalityId, actor: by, action: 'delivery.consents-searched', subject: campaignId }
  await deps.database.inScope(scope, (db) => recordAudit(db, { ...event, details: { campaignId, ...found } }))
  return { ok: true, ...found }
}
