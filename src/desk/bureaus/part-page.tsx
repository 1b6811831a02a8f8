import { isFilledByChair, isOwnBureau, loadBureauRules } from '../../bureaus/index.ts'
import { Pages, Table } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { reachText } from './area/reach-text.ts'
import { texts as areaTexts } from './area/texts.nl.ts'
import { bureauColumns } from './bureau-columns.tsx'
import { type BureauRow, bureausFacts } from './bureaus-overview.ts'
import { looksAt } from './sight.ts'
import { texts } from './texts.nl.ts'

const onPage = 100
const words = areaTexts.part

/** The bureaus of a municipality for a main bureau that sees a part of them: how far each is, and nothing of the rest of the work. */
export async function showPartOfBureaus(desk: ElectionDesk) {
  const { election } = desk
  const granted = desk.granted!
  const { bureaus } = await inOwnScope(desk, (db) => bureausFacts(db, election))
  const seen = bureaus.filter((bureau) => looksAt(desk, 'sees', bureau)).map(withOwnChoice(desk))
  const from = desk.context.req.query('vanaf')
  const rest = seen.slice(seen.findIndex(({ number }) => number === from) + 1)
  const rows = rest.slice(0, onPage)
  const of = { election: election.code }
  const here = paths.bureaus(of)
  return showPage(
    desk,
    { title: texts.title, caption: election.name },
    <>
      <p class="desk-lead">
        {words.as(areaTexts.kinds[granted.kind], reachText(election, granted, 'sees'))}{' '}
        {words.opens(reachText(election, granted, 'opens'))}
      </p>
      <ul class="govuk-list">
        <li>
          <a href={paths.compositions(of)}>{words.composition}</a>
        </li>
        <li>
          <a href={paths.bureauBoard(of)}>{words.board}</a>
        </li>
      </ul>
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: bureauColumns(desk) }} />
      <Pages
        next={rest.length > onPage ? withQuery(here, { vanaf: rows.at(-1)!.number }) : undefined}
        first={from === undefined ? undefined : here}
      />
    </>,
  )
}

/** Of the own main bureau the seats that its chair picks are open as well: who is here fills them. */
function withOwnChoice({ election, granted }: ElectionDesk) {
  const rules = loadBureauRules(election.ruleset)
  return (bureau: BureauRow): BureauRow => {
    if (!granted || !isOwnBureau(rules, granted, bureau)) return bureau
    const ours = bureau.seats.filter(
      ({ role, isTaken, optional }) => !isTaken && !optional && isFilledByChair(rules, bureau.kind, role),
    )
    return { ...bureau, open: bureau.open + ours.length }
  }
}
