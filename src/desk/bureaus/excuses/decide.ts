import { type DecisionRefusal, decideExcuse, sendDecision } from '../../../bureaus/index.ts'
import { refuseNumbers } from '../../../platform/free-text.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { caseOfAddress, showCase } from './case-page.tsx'
import { texts } from './texts.nl.ts'

/** The magistrate decides, and the letter goes with it; or what is in the way, beside the field that it is about. */
export async function decide(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const shown = await caseOfAddress(desk)
  if (!shown) return notFoundPage(desk)
  const answer = form.text('beslissing')
  if (answer !== 'ja' && answer !== 'neen') return showCase(desk, { beslissing: texts.deciding.none })
  const decided = await decideExcuse(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    {
      ...{ election, assignmentId: shown.assignmentId, staff, grants: answer === 'ja' },
      ...{ reason: form.text('reden'), authority: form.text('gezag').slice(0, 200) },
    },
  )
  if (!decided.ok) {
    const { because } = decided
    return showCase(desk, { [isOfAuthority(desk, because) ? 'gezag' : 'reden']: wordsFor(because) })
  }
  const done = decided.letterId ? 'excuse-decided' : 'excuse-decided-by-hand'
  return seeOther(desk, paths.excuse({ election: election.code, excuse: shown.excuseId }), done)
}

/** Whether that is the field with who decides, and not that with why. */
export function isOfAuthority({ form }: Pick<ElectionDesk, 'form'>, because: DecisionRefusal): boolean {
  const isNumberThere = because === 'number-in-text' && refuseNumbers(form.text('gezag')) !== undefined
  return because === 'no-authority' || isNumberThere
}

/** Why a decision was not kept, beside the field that it is about. */
export function wordsFor(because: DecisionRefusal): string {
  const { noAuthority, cannotWrite } = texts.deciding
  if (because === 'no-authority') return noAuthority
  return because in cannotWrite
    ? cannotWrite[because as keyof typeof cannotWrite]
    : (texts.because[because] ?? texts.changedMeanwhile)
}

/** The letter that could not be made when it was decided. */
export async function sendDecisionLetter(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const shown = await caseOfAddress(desk)
  if (!shown) return notFoundPage(desk)
  const sent = await sendDecision(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    {
      ...{ election, assignmentId: shown.assignmentId, by: staff.staffId },
      authority: form.text('gezag').slice(0, 200),
    },
  )
  if (!sent.ok)
    return showCase(desk, { gezag: texts.decisionLetter.refused[sent.because] ?? texts.changedMeanwhile })
  const back = paths.excuse({ election: election.code, excuse: shown.excuseId })
  return seeOther(desk, back, 'decision-letter-sent')
}
