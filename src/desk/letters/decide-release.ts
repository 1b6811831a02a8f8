import { approveRelease, refuseRelease, releasesOf, requestRelease } from '../../letters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { noteRefused } from '../note-visits.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { codeIn } from './code-in.ts'
import { showRelease } from './release-page.tsx'
import { texts } from './release-texts.nl.ts'

const back = ({ election }: ElectionDesk) => paths.release({ election: election.code })

function refusal(desk: ElectionDesk, because: string) {
  return showRelease(desk, { vrijgave: texts.because[because] ?? texts.because['right-missing']! }, 409)
}

/** Who may not decide, whatever the page showed: that somebody tried is written down. */
async function mayNot(desk: ElectionDesk, event: string, because: string) {
  if (['right-missing', 'same-person', 'maybe-same-person'].includes(because))
    await noteRefused(desk, { event, because })
  return refusal(desk, because)
}

/** The first person. Asked again by the same person, for the same letters, it is asked once. */
export async function request(desk: ElectionDesk) {
  const { election, staff } = desk
  const sampleSha256 = codeIn(desk)
  const again = desk.form.text('opnieuw').slice(0, 500)
  const asked = await requestRelease(desk.deps, { election, staff, seen: { sampleSha256 }, again })
  if (asked.ok || (asked.because === 'already-requested' && (await isOwnRequest(desk, sampleSha256))))
    return seeOther(desk, back(desk), 'release-asked')
  if (asked.because === 'refused-before' || asked.because === 'number-in-text')
    return showRelease(desk, { opnieuw: texts.because[asked.because]! })
  return refusal(desk, asked.because)
}

async function isOwnRequest(desk: ElectionDesk, sampleSha256: Buffer): Promise<boolean> {
  const [newest] = await releasesHere(desk)
  return newest?.requestedBy === desk.staff.staffId && newest.sampleSha256.equals(sampleSha256)
}

function releasesHere(desk: ElectionDesk) {
  const { municipalityId, electionId } = desk.election
  return inOwnScope(desk, (db) => releasesOf(db, municipalityId, electionId))
}

/**
 * The second person. The decision is written at once and a worker carries it out; sent twice by the same person, for the same
 * letters, it is decided once.
 */
export async function release(desk: ElectionDesk) {
  const { election, staff, form } = desk
  const hold = form.text('hold')
  const typed = form.text('number').replaceAll(/[\s.]/g, '')
  if (hold !== 'ja' && hold !== 'nee') return showRelease(desk, { hold: texts.decide.holdMissing })
  const sampleSha256 = codeIn(desk)
  const approved = await approveRelease(desk.deps, {
    ...{ election, staff, sampleSha256, hold: hold === 'ja' },
    typedLetters: /^\d{1,9}$/.test(typed) ? Number(typed) : -1,
  })
  if (approved.ok || (approved.because === 'nothing-requested' && (await didApprove(desk, sampleSha256))))
    return seeOther(desk, back(desk), 'release-approved')
  if (approved.because === 'other-number') return showRelease(desk, { number: texts.decide.numberWrong })
  return mayNot(desk, 'letters.release-approved', approved.because)
}

async function didApprove(desk: ElectionDesk, sampleSha256: Buffer): Promise<boolean> {
  const [newest] = await releasesHere(desk)
  const isTheirs =
    newest !== undefined && newest.decidedBy === desk.staff.staffId && newest.state !== 'refused'
  return isTheirs && newest.sampleSha256.equals(sampleSha256)
}

/** The second person refuses, or the first takes the request back. */
export async function refuse(desk: ElectionDesk) {
  const reason = desk.form.text('reason').slice(0, 500)
  if (!reason) return showRelease(desk, { reason: texts.refuse.missing })
  const { election, staff } = desk
  const [newest] = await releasesHere(desk)
  const isOwn = newest?.requestedBy === staff.staffId
  const refused = await refuseRelease(desk.deps, { election, staff, reason })
  if (!refused.ok && refused.because === 'number-in-text')
    return showRelease(desk, { reason: texts.because[refused.because]! })
  if (!refused.ok) return mayNot(desk, 'letters.release-refused', refused.because)
  return seeOther(desk, back(desk), isOwn ? 'release-taken-back' : 'release-refused')
}
