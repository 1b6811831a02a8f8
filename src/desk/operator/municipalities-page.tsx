import { listMunicipalities, type Municipality } from '../../municipalities/index.ts'
import { ButtonLink, type Column, Pages, Table } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { OperatorViews } from './operator-views.tsx'
import { texts } from './texts.nl.ts'

const onPage = 100

/** The municipalities of this installation: their names, and nothing that is theirs. */
export async function showMunicipalities(desk: Desk) {
  const all = [...(await listMunicipalities(desk.deps.database))].sort((one, other) =>
    one.slug < other.slug ? -1 : 1,
  )
  const from = desk.context.req.query('vanaf')
  const rest = from === undefined ? all : all.filter(({ slug }) => slug > from)
  const rows = rest.slice(0, onPage)
  const { title, lead, caption, empty, add } = texts.municipalities
  return showPage(
    desk,
    { title },
    <>
      <OperatorViews current={paths.operator()} />
      <p class="desk-lead">{lead}</p>
      <ButtonLink href={paths.addByForm()} kind="secondary">
        {add}
      </ButtonLink>
      <Table {...{ caption, empty, rows, columns }} />
      <Pages
        next={rest.length > onPage ? withQuery(paths.operator(), { vanaf: rows.at(-1)!.slug }) : undefined}
        first={from === undefined ? undefined : paths.operator()}
      />
    </>,
  )
}

const columns: readonly Column<Municipality>[] = [
  { heading: texts.municipalities.name, cell: Name, isRowHeading: true },
  { heading: texts.municipalities.nisCode, cell: ({ nisCode }) => nisCode },
  { heading: texts.municipalities.slug, cell: ({ slug }) => slug },
]

function Name({ name, nisCode }: Municipality) {
  return <a href={paths.municipality({ nisCode })}>{name}</a>
}
