import { validate } from 'uuid'
import { duplicateReasons } from '../../elections/index.ts'
import { type DuplicateRefusal, identityChecks, issueDuplicate } from '../../letters/index.ts'
import type { VoterId } from '../../platform/ids.ts'
import { currentList, getVoter } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { counterBounds } from './counter-bounds.ts'
import { texts } from './texts.nl.ts'
import { showVoter } from './voter-page.tsx'

/** Gives the duplicate, or shows the voter again with what is missing or why it can't be. */
export async function submitDuplicate(desk: ElectionDesk) {
  const { election, form, deps, staff } = desk
  const identity = identityChecks.find((one) => one === form.text('identiteit'))
  const reason = duplicateReasons.find((one) => one === form.text('reden'))
  if (!identity || !reason)
    return showVoter(desk, {
      ...(!identity && { identiteit: texts.form.identityMissing }),
      ...(!reason && { reden: texts.form.reasonMissing }),
    })
  const listNumber = await listNumberOf(desk)
  if (listNumber === undefined) return notFoundPage(desk)
  const asked = form.text('aanvraag')
  const channel = form.text('hoe') === 'mailbox' ? 'mailbox' : 'print'
  const issued = await issueDuplicate(deps, {
    ...{ election, listNumber, reason, identity, channel, by: staff.staffId },
    requestId: validate(asked) ? asked : undefined,
  })
  if (!issued.ok) return showVoter(desk, { inhoud: because(desk, issued.because) })
  const { duplicateId } = issued
  return seeOther(desk, paths.issuedDuplicate({ election: election.code, duplicate: duplicateId }))
}

function because({ election, deps }: ElectionDesk, code: DuplicateRefusal): string {
  return texts.issue.because[code](counterBounds(election, deps.clock.now()))
}

/** Of the voter who is chosen; the event of what is done for them is that of the duplicate. */
async function listNumberOf(desk: ElectionDesk): Promise<number | undefined> {
  const { municipalityId, electionId } = desk.election
  const voterId = desk.form.text('kiezer') as VoterId
  if (!validate(voterId)) return undefined
  return inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    const voter = list && (await getVoter(db, municipalityId, electionId, list.listId, voterId))
    return voter?.listNumber
  })
}
