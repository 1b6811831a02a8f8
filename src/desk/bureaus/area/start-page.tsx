import { bureausOfArea } from '../../../bureaus/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { Desk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { seesAPart } from '../sight.ts'
import { type AreaBureauRow, type AreaSums, rowsOfArea, sumsByMunicipality, sumsOf } from './area-facts.ts'
import { DayChoice } from './day-choice.tsx'
import { GoThere } from './go-there.tsx'
import { NumbersTable } from './numbers-table.tsx'
import { reachText } from './reach-text.ts'
import { SumsTable } from './sums-table.tsx'
import { texts } from './texts.nl.ts'
import { type AreaDesk, areaOfDesk } from './with-area.ts'

const words = texts.start

/** The first page of who comes for a court or main bureau: all municipalities of its area, and how their bureaus stand. */
export async function showAreaStart(desk: Desk, authority: string) {
  const area = await areaOfDesk(desk, authority)
  const { elections, deps, municipality } = area
  if (elections.length === 0)
    return showPage(desk, { title: words.title }, <div class="empty">{words.none}</div>)
  const rows = rowsOfArea(elections, await bureausOfArea(deps, { authority, elections }))
  const all = sumsOf(rows)
  const sums = sumsByMunicipality(elections, rows)
  return showPage(
    area,
    { title: words.title },
    <>
      <p class="desk-lead">{words.lead(elections[0]!.name)}</p>
      <Part area={area} />
      <DayChoice desk={area} here={paths.start()} />
      <SumsTable {...{ desk: area, all, rows: sums }} />
      <ToChoose desk={area} rows={rows} />
      <WhereTo desk={area} all={all} />
      <NumbersTable rows={sums} bureaus={rows} />
      <p class="quiet">{words.here(municipality.name)}</p>
    </>,
  )
}

/** Of which bureaus somebody sees something here who does not see all of them. */
function Part({ area: { elections } }: { area: AreaDesk }) {
  const part = elections.find(({ election, ...granted }) => seesAPart({ election, granted }))
  if (!part) return null
  const { election } = part
  return (
    <p>
      {texts.part.as(texts.kinds[part.kind], reachText(election, part, 'sees'))}{' '}
      {texts.part.opens(reachText(election, part, 'opens'))}
    </p>
  )
}

/** The seats of its own that a main bureau fills, and that nobody has. */
function ToChoose({ desk, rows }: { desk: AreaDesk; rows: readonly AreaBureauRow[] }) {
  const own = rows.filter(({ toChoose }) => toChoose > 0)
  if (own.length === 0) return null
  return (
    <ul>
      {own.map((row) => (
        <li>
          <GoThere {...{ desk, of: row.of, part: 'bureaus', which: row.number }}>
            {texts.to.choose(row.number, row.of.municipality.name, row.toChoose)}
          </GoThere>
        </li>
      ))}
    </ul>
  )
}

/** What waits, first; then where all bureaus stand. */
function WhereTo({ desk, all }: { desk: AreaDesk; all: AreaSums }) {
  const dag = desk.days.length > 1 ? desk.day : undefined
  const { to } = texts
  return (
    <ul>
      {all.proposed > 0 && (
        <li>
          <a href={withQuery(paths.areaProposals(), { dag })}>{to.proposals(all.proposed)}</a>
        </li>
      )}
      {all.asking > 0 && (
        <li>
          <a href={withQuery(paths.areaExcuses(), { dag })}>{to.excuses(all.asking)}</a>
        </li>
      )}
      <li>
        <a href={withQuery(paths.areaBureaus(), { dag })}>{to.bureaus}</a>
      </li>
      <li>
        <a href={withQuery(paths.areaBoard(), { dag })}>{to.board}</a>
      </li>
    </ul>
  )
}
