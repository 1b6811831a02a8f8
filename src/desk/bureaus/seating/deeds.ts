import { askProposals, askSeating, dropChoice, stopSeating } from '../../../bureaus/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther } from '../../show-page.tsx'
import { seatingPage } from './seating-page.tsx'
import { texts } from './texts.nl.ts'
import { tickedWishes } from './wishes.ts'

const back = ({ election }: ElectionDesk) => paths.seating({ election: election.code })

/** Asks for a division; a worker computes it. */
export async function ask(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const keepRest = form.text('vorige') === 'houden'
  const facts = { election, wishes: tickedWishes(form), keepRest, by: staff.staffId }
  const asked = await askSeating(deps, facts)
  if (!asked.ok) return seatingPage(desk, { wens: texts.ask.refused[asked.because] })
  return seeOther(desk, back(desk), 'seating-asked')
}

export async function stop(desk: ElectionDesk): Promise<Response> {
  await stopSeating(desk.deps, { election: desk.election, by: desk.staff.staffId })
  return seeOther(desk, back(desk), 'seating-stopped')
}

/** Asks that everybody of the division that was looked at is proposed. */
export async function propose(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const asked = await askProposals(deps, { election, runId: form.text('voorstel'), by: staff.staffId })
  const { other, already } = texts.propose
  if (!asked.ok) return seatingPage(desk, { voorstel: asked.because === 'other-division' ? other : already })
  return seeOther(desk, back(desk), 'seating-proposal-asked')
}

export async function dropOne(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  await dropChoice(deps, { election, choiceId: form.text('keuze'), by: staff.staffId })
  return seeOther(desk, back(desk), 'seating-choice-dropped')
}
