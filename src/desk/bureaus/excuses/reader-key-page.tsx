import {
  becomeReader,
  carryReaderKey,
  fingerprintOf,
  selectReaderKey,
  shortestPassphrase,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  type FieldErrors,
  Form,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { passphraseField } from '../../keep-typed.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { LetIn, namedReaders } from './let-in.tsx'
import { texts } from './texts.nl.ts'
import { type DecidesThere, whereIDecide } from './where-i-decide.ts'

const againField = `${passphraseField}-nogmaals`

/** Who decides sets a passphrase; without it nothing of a document can be read, by nobody. */
export async function showKey(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { staff, election } = desk
  const key = await inOwnScope(desk, (db) => selectReaderKey(db, staff.municipalityId, staff.staffId))
  const words = texts.key
  const trail = [{ href: paths.excuses({ election: election.code }), text: texts.list.title }]
  const readers = await namedReaders(desk)
  const there = await whereIDecide(desk)
  const typed = { type: 'password', autocomplete: 'new-password' } as const
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      <p>{key ? words.since(momentText(key.madeAt, 'nl')) : words.none}</p>
      {key && (
        <p>
          {words.fingerprint} <code>{fingerprintOf(key.publicKey)}</code>. {words.fingerprintWhy}
        </p>
      )}
      <Elsewhere {...{ desk, there, publicKey: key?.publicKey }} />
      <Warning>{key ? words.again : words.lost}</Warning>
      <Form csrf={desk.csrf}>
        <TextField
          {...{ name: passphraseField, label: words.passphrase, hint: words.hint(shortestPassphrase) }}
          {...{ error: errors[passphraseField], ...typed }}
        />
        <TextField {...{ name: againField, label: words.repeat, error: errors[againField], ...typed }} />
        <Button>{key ? words.renew : words.make}</Button>
      </Form>
      <p>{words.two}</p>
      <LetIn
        {...{ desk, readers, errors, ofOneCase: false }}
        action={paths.letReaderInToAll({ election: election.code })}
      />
    </>,
  )
}

interface ElsewhereProps {
  readonly desk: ElectionDesk
  readonly there: readonly DecidesThere[]
  readonly publicKey: Uint8Array | undefined
}

/** In which other municipalities the key is, and the button that takes it to those without. */
function Elsewhere({ desk, there, publicKey }: ElsewhereProps) {
  if (there.length === 0) return null
  const words = texts.key
  if (!publicKey) return <p>{words.forAll(there.map(nameOf))}</p>
  const same = there.filter((one) => one.publicKey?.equals(publicKey))
  const without = there.filter((one) => !one.publicKey)
  return (
    <>
      {same.length > 0 && <p>{words.alsoIn(same.map(nameOf))}</p>}
      {without.length > 0 && (
        <Form csrf={desk.csrf} action={paths.carryReaderKey({ election: desk.election.code })}>
          <p>{words.notIn(without.map(nameOf))}</p>
          <Button kind="secondary">{words.carry}</Button>
        </Form>
      )}
    </>
  )
}

const nameOf = ({ municipality }: DecidesThere): string => municipality.name

/** Takes the key to the municipalities of the area that have none of this person. */
export async function carryKey(desk: ElectionDesk): Promise<Response> {
  const { deps, staff, election } = desk
  const elsewhere = (await whereIDecide(desk)).map((there) => there.staff)
  const carried = await carryReaderKey(deps, { staff, elsewhere })
  const back = paths.readerKey({ election: election.code })
  return seeOther(desk, back, carried.ok ? 'reader-key-carried' : undefined)
}

export async function makeKey(desk: ElectionDesk): Promise<Response> {
  const { deps, staff, form, election } = desk
  const passphrase = form.fields[passphraseField]?.[0] ?? ''
  if (passphrase !== (form.fields[againField]?.[0] ?? ''))
    return showKey(desk, { [againField]: texts.key.different })
  const elsewhere = (await whereIDecide(desk)).map((there) => there.staff)
  const made = await becomeReader(deps, { staff, elsewhere, passphrase })
  if (!made.ok) return showKey(desk, { [passphraseField]: texts.key.tooShort(shortestPassphrase) })
  return seeOther(desk, paths.excuses({ election: election.code }), 'reader-key-made')
}
