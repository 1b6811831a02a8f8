import type { DocumentFacts } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  Form,
  Inset,
  Table,
  TextField,
} from '../../../platform/http/components/index.ts'
import { may } from '../../desk.ts'
import { passphraseField } from '../../keep-typed.ts'
import { paths } from '../../paths.ts'
import type { CaseProps } from './case-page.tsx'
import { texts } from './texts.nl.ts'

/** The documents by kind, size and moment; who decides has a form to open each. */
export function Papers(props: CaseProps) {
  const { desk, shown } = props
  const words = texts.papers
  const isReader = shown.readers.includes(desk.staff.staffId)
  // Nothing is added to what is decided: without papers nobody needs a key for it.
  const isClosed = Boolean(shown.outcome) && shown.papers.length === 0
  const mayOpen = may(desk, 'bureaus.decide')
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.who}</p>
      {shown.readers.length === 0 && !isClosed && <Inset>{words.nobody}</Inset>}
      <Table hideCaption caption={words.title} columns={columns} rows={shown.papers} empty={words.none} />
      {mayOpen && !isReader && !isClosed && (
        <p>
          <a href={paths.readerKey({ election: desk.election.code })}>{words.makeKey}</a>
        </p>
      )}
      {mayOpen && isReader && shown.papers.length > 0 && <Opening {...props} />}
    </>
  )
}

const columns: readonly Column<DocumentFacts>[] = [
  { heading: texts.papers.kind, cell: ({ type }) => texts.papers.kinds[type], isRowHeading: true },
  { heading: texts.papers.size, cell: ({ bytes }) => `${Math.ceil(bytes / 1000)} kB`, isNumber: true },
  { heading: texts.papers.added, cell: ({ addedAt }) => momentText(addedAt, 'nl') },
]

/** One passphrase, and a button for each document. */
function Opening({ desk, shown, errors }: CaseProps) {
  const { passphrase, hint, open } = texts.papers
  const address = { election: desk.election.code, excuse: shown.excuseId }
  return (
    <Form csrf={desk.csrf} action={paths.openEvidence(address)}>
      <TextField
        {...{ name: passphraseField, label: passphrase, hint, error: errors[passphraseField] }}
        {...{ type: 'password', autocomplete: 'current-password' }}
      />
      {shown.papers.map(({ evidenceId }, place) => (
        <p>
          <Button kind="secondary" name="stuk" value={evidenceId}>
            {open(place + 1)}
          </Button>
        </p>
      ))}
    </Form>
  )
}
