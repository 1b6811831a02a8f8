import { chairAddress, holders, makeAccesses } from '../../../bureaus/index.ts'
import { Inset, SummaryList, Warning } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { board, access as words } from './texts.nl.ts'

/** A code for every bureau that has none, each on its own paper. The codes are on this answer and nowhere else. */
export async function giveAccesses(desk: ElectionDesk) {
  const { deps, election, form, staff, municipality } = desk
  const holder = holders.find((one) => one === form.text('voor'))
  if (!holder) return notFoundPage(desk)
  const given = await makeAccesses(deps, { election, holder, by: staff.staffId })
  const made = given.ok ? given.made : []
  const { sheet, all } = words
  const address = chairAddress(deps.config.PORTAL_URL, municipality.slug)
  return showPage(
    desk,
    {
      ...{ title: all.title[holder], caption: election.name },
      trail: [
        { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
        { href: paths.bureauBoard({ election: election.code }), text: board.title },
      ],
    },
    <>
      {made.length > 0 ? (
        <Warning>{all.once}</Warning>
      ) : (
        <Inset>{given.ok ? all.none : words.refused[given.because]}</Inset>
      )}
      {made.map(({ bureau, code }) => (
        <section class="bureau-sheet" aria-label={bureauName(bureau)}>
          <h2>{bureauName(bureau)}</h2>
          <SummaryList
            facts={[
              { name: sheet.who, value: words.holders[holder] },
              { name: sheet.address, value: <strong>{address}</strong> },
              { name: sheet.code, value: <strong class="chair-code">{code}</strong> },
            ]}
          />
          <ul>
            {sheet.rules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </section>
      ))}
    </>,
  )
}
