import { designateAll } from '../../../bureaus/index.ts'
import { mayDo } from '../../../municipalities/index.ts'
import { paths } from '../../paths.ts'
import { seeOther } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { inEachMunicipality } from './each-municipality.ts'
import { areaProposalsPage } from './proposals-page.tsx'
import { signedFor } from './signed-for.ts'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

/**
 * The signature under everybody who was on the page, a transaction for each municipality: what one of them refuses stands in no other's
 * way.
 */
export async function signInArea(desk: AreaDesk) {
  if (signedFor(desk.form).length === 0) return areaProposalsPage(desk, bureauTexts.proposals.nobodyTicked)
  const signed = await inEachMunicipality(desk, signedFor(desk.form), async (of, staff, steps) => {
    if (!mayDo(staff, 'bureaus.designate')) return { designated: 0, left: steps.length }
    const act = { election: of.election, by: staff.staffId, authority: 'magistrate' } as const
    const answer = await designateAll(desk.deps, { ...act, steps })
    if (!answer.ok) return { designated: 0, left: steps.length }
    return { designated: answer.designated.length, left: answer.refused.length }
  })
  const designated = signed.reduce((all, one) => all + one.designated, 0)
  if (designated === 0) return areaProposalsPage(desk, texts.proposals.nobody)
  const isPartly = designated < signedFor(desk.form).length
  return seeOther(desk, paths.areaProposals(), isPartly ? 'designated-partly' : 'designated')
}
