import { admitReader } from '../../../bureaus/index.ts'
import type { FieldErrors } from '../../../platform/http/components/index.ts'
import { type ExcuseId, isId, type StaffId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { caseOfAddress, showCase } from './case-page.tsx'
import { letInPassphrase, letInReader } from './let-in.tsx'
import { showKey } from './reader-key-page.tsx'
import { texts } from './texts.nl.ts'

/** Lets a colleague in to the documents of one case. */
export async function letInToCase(desk: ElectionDesk): Promise<Response> {
  const shown = await caseOfAddress(desk)
  if (!shown) return notFoundPage(desk)
  const errors = await admit(desk, shown.excuseId)
  if (errors) return showCase(desk, errors)
  const back = paths.excuse({ election: desk.election.code, excuse: shown.excuseId })
  return seeOther(desk, back, 'reader-admitted')
}

/** Lets a colleague in to everything that who asks can open. */
export async function letInToAll(desk: ElectionDesk): Promise<Response> {
  const errors = await admit(desk)
  if (errors) return showKey(desk, errors)
  return seeOther(desk, paths.readerKey({ election: desk.election.code }), 'reader-admitted')
}

/** Nothing when it was done; else what is wrong beside the field that it is about. */
async function admit(desk: ElectionDesk, excuseId?: ExcuseId): Promise<FieldErrors | undefined> {
  const { deps, election, staff, form } = desk
  const { refused, whoMissing } = texts.letIn
  const [id = '', ...rest] = form.text(letInReader).split(' ')
  if (!isId(id)) return { [letInReader]: whoMissing }
  const reader = { staffId: id as string as StaffId, fingerprint: rest.join(' ') }
  const passphrase = form.fields[letInPassphrase]?.[0] ?? ''
  const done = await admitReader(deps, { election, excuseId, reader, staff, passphrase })
  if (done.ok) return undefined
  return { [done.because === 'passphrase-wrong' ? letInPassphrase : letInReader]: refused[done.because] }
}
