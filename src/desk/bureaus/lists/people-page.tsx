import { listedPerPage, pageOfListA } from '../../../bureaus/index.ts'
import {
  Button,
  type Column,
  Form,
  Pages,
  Table,
  Tag,
  TextField,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { isId, type ListedPersonId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.people
type Listed = Awaited<ReturnType<typeof pageOfListA>>[number]

/** Who stands on list A, fifty at a time. */
export function showPeople(desk: ElectionDesk) {
  return peoplePage(desk, { name: '', after: idOf(desk.context.req.query('na') ?? '') })
}

/** Looks by name: what is typed is sent, and never stands in an address. */
export function searchPeople(desk: ElectionDesk) {
  const { form } = desk
  return peoplePage(desk, { name: form.text('naam').slice(0, 100), after: idOf(form.text('na')) })
}

async function peoplePage(
  desk: ElectionDesk,
  { name, after }: { name: string; after: ListedPersonId | undefined },
) {
  const { deps, election, staff } = desk
  const code = election.code
  const found = await pageOfListA(deps, { election, by: staff.staffId, name: name || undefined, after })
  const rows = found.slice(0, listedPerPage)
  const last = found.length > listedPerPage ? rows.at(-1)?.personId : undefined
  const here = paths.listA({ election: code })
  const trail = [
    { href: paths.bureaus({ election: code }), text: bureauTexts.title },
    { href: paths.memberLists({ election: code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail },
    <>
      <Form csrf={desk.csrf} action={here}>
        <TextField
          {...{ name: 'naam', label: words.search, hint: words.searchHint, value: name }}
          {...{ type: 'search', maxlength: 100 }}
        />
        <Button kind="secondary">{words.button}</Button>
      </Form>
      <Table {...{ caption: words.caption, columns, rows, empty: name ? words.notFound : words.none }} />
      {name && last && (
        <Form csrf={desk.csrf} action={here}>
          <input type="hidden" name="naam" value={name} />
          <input type="hidden" name="na" value={last} />
          <Button kind="secondary">{words.next}</Button>
        </Form>
      )}
      {name && (
        <p>
          <a href={here}>{words.all}</a>
        </p>
      )}
      {!name && <Pages next={last && withQuery(here, { na: last })} first={after && here} />}
    </>,
  )
}

function idOf(text: string): ListedPersonId | undefined {
  return isId(text) ? (text as ListedPersonId) : undefined
}

const { columns: headings } = words
const columns: readonly Column<Listed>[] = [
  { heading: headings.name, isRowHeading: true, cell: fullName },
  {
    heading: headings.category,
    cell: ({ entries }) =>
      [...new Set(entries.map(({ category }) => words.categories[category] ?? category))].join(', '),
  },
  {
    heading: headings.source,
    cell: ({ entries }) => [...new Set(entries.map(({ source }) => source))].join(', '),
  },
  { heading: headings.section, isNumber: true, cell: ({ section }) => section },
  {
    heading: headings.may,
    cell: ({ whyNot }) =>
      whyNot.length === 0 ? (
        <Tag colour="green">{words.may}</Tag>
      ) : (
        whyNot.map((code) => texts.whyNot.codes[code]).join('. ')
      ),
  },
]
