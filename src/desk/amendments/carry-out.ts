import { carryOutAmendments, foreseenOf } from '../../letters/index.ts'
import { claimAmendments, findUpload } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { rowsOf } from './foreseen.tsx'
import { showReport } from './report-page.tsx'
import { texts } from './texts.nl.ts'

const said = texts.foreseen

/** Carries out what was seen on the page and no other; the number of rows is typed, so that nobody does more than they saw. */
export async function carryOut(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const upload = await findUpload(deps, election, 'amendments')
  const foreseen = upload && foreseenOf(upload)
  if (upload?.state !== 'foreseen' || !foreseen) return showReport(desk, { aantal: said.gone }, 409)
  if (foreseen.seen !== form.text('gezien')) return showReport(desk, { aantal: said.changed }, 409)
  if (form.text('aantal').replaceAll(/[.\s]/g, '') !== String(rowsOf(foreseen)))
    return showReport(desk, { aantal: said.numberWrong })
  const claim = await claimAmendments(deps, { election, by: staff.staffId, to: 'carry-out' })
  if (!claim.ok) return showReport(desk, { aantal: said.gone }, 409)
  const facts = { election, claimed: claim.claimed, by: staff.staffId, seen: foreseen.seen }
  carryOutAmendments(deps, facts).catch((error: Error) =>
    deps.log.error({ error: error.name }, 'a file of amendments was not carried out'),
  )
  return seeOther(desk, paths.amendmentsProgress({ election: election.code }))
}
