import { fingerprintOf, type ReaderOfCases, readersOfCases } from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import {
  Button,
  type Column,
  type FieldErrors,
  Form,
  Radios,
  Table,
  TextField,
} from '../../../platform/http/components/index.ts'
import type { ExcuseId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { passphraseField } from '../../keep-typed.ts'
import { texts } from './texts.nl.ts'

/** The passphrase beside the one that opens a document: both stand on the page of a case. */
export const letInPassphrase = `${passphraseField}-toelaten`
export const letInReader = 'wie'

export interface NamedReader extends ReaderOfCases {
  readonly name: string
  readonly fingerprint: string
}

/** Who has a key, and what each opens: of one case, or of all of the election. */
export async function namedReaders(desk: ElectionDesk, excuseId?: ExcuseId): Promise<NamedReader[]> {
  const { deps, election } = desk
  const readers = await inOwnScope(desk, (db) => readersOfCases(db, election, excuseId))
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  return readers.map((one) => ({
    ...one,
    name: names.get(one.staffId) ?? texts.letIn.nameless,
    fingerprint: fingerprintOf(one.publicKey),
  }))
}

interface Props {
  readonly desk: ElectionDesk
  readonly readers: readonly NamedReader[]
  readonly errors: FieldErrors
  /** Where the form goes: to one case, or to all of them. */
  readonly action: string
  readonly ofOneCase: boolean
}

/** Who can open what, and the form with which who can open it lets a colleague in. */
export function LetIn({ desk, readers, errors, action, ofOneCase }: Props) {
  const words = texts.letIn
  const own = readers.find(({ staffId }) => staffId === desk.staff.staffId)
  const waiting = readers.filter((one) => one !== own && one.opens < one.cases)
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        {...{ caption: words.caption, empty: words.none, rows: readers, columns: columnsFor(ofOneCase) }}
      />
      {own && own.opens > 0 && waiting.length > 0 && (
        <Form csrf={desk.csrf} action={action}>
          <Radios
            {...{ name: letInReader, label: words.who, hint: words.whoHint, error: errors[letInReader] }}
            value={desk.form.text(letInReader)}
            choices={waiting.map(({ staffId, name, fingerprint }) => ({
              value: `${staffId} ${fingerprint}`,
              label: words.choice(name, fingerprint),
            }))}
          />
          <TextField
            {...{ name: letInPassphrase, label: words.passphrase, error: errors[letInPassphrase] }}
            {...{ type: 'password', autocomplete: 'current-password' }}
          />
          <Button kind="secondary">{ofOneCase ? words.button : words.buttonAll}</Button>
        </Form>
      )}
    </>
  )
}

function columnsFor(ofOneCase: boolean): readonly Column<NamedReader>[] {
  const { columns, opens, opensOf, closed } = texts.letIn
  return [
    { heading: columns.who, isRowHeading: true, cell: ({ name }) => name },
    { heading: columns.fingerprint, cell: ({ fingerprint }) => <code>{fingerprint}</code> },
    {
      heading: columns.opens,
      cell: (one) => (ofOneCase ? (one.opens > 0 ? opens : closed) : opensOf(one.opens, one.cases)),
    },
  ]
}
