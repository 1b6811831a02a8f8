import { chairAddress, holders, makeAccess, revokeAccess } from '../../../bureaus/index.ts'
import { SummaryList, Warning } from '../../../platform/http/components/index.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { addressOf } from './access-part.tsx'
import { showDayPage } from './day-page.tsx'
import { page, access as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

/** The code is on this answer and nowhere else. */
export async function giveAccess(desk: DayDesk) {
  const { deps, election, day, form, staff, municipality } = desk
  const holder = holders.find((one) => one === form.text('voor'))
  if (!holder) return notFoundPage(desk)
  const { bureau } = day
  const made = await makeAccess(deps, { election, bureauId: bureau.bureauId, holder, by: staff.staffId })
  if (!made.ok) return showDayPage(desk, { toegang: words.refused[made.because] })
  const { sheet } = words
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.bureauDay(addressOf(desk)), text: page.title(bureauName(bureau)) },
  ]
  return showPage(
    desk,
    { title: sheet.title, caption: election.name, trail },
    <>
      <Warning>{sheet.once}</Warning>
      <SummaryList
        facts={[
          { name: sheet.bureau, value: bureauName(bureau) },
          { name: sheet.who, value: words.holders[holder] },
          {
            name: sheet.address,
            value: <strong>{chairAddress(deps.config.PORTAL_URL, municipality.slug)}</strong>,
          },
          { name: sheet.code, value: <strong class="chair-code">{made.code}</strong> },
        ]}
      />
      <ul>
        {sheet.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      <p class="no-print">
        <a href={paths.bureauDay(addressOf(desk))}>{sheet.back}</a>
      </p>
    </>,
  )
}

export async function takeAccess(desk: DayDesk) {
  const { deps, election, day, form, staff } = desk
  const { bureauId } = day.bureau
  const which = { election, bureauId, accessId: form.text('toegang'), by: staff.staffId }
  const taken = await revokeAccess(deps, which)
  if (!taken.ok) return notFoundPage(desk)
  return seeOther(desk, paths.bureauDay(addressOf(desk)), 'chair-access-revoked')
}
