import { type DeputyId, type DeputyRefusal, endDeputy, nameDeputy } from '../../municipalities/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import { isId, type StaffId } from '../../platform/ids.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { dayOf, typedDate } from '../typed-day.ts'
import { showDeputies } from './deputies-page.tsx'
import { texts } from './texts.nl.ts'

/** By who releases, for the days of their own absence. */
export function nameOwn(desk: Desk) {
  return name(desk, desk.staff.staffId)
}

/** By who manages the staff. */
export function nameForAnother(desk: Desk) {
  const absent = desk.form.text('afwezig')
  return name(desk, isId(absent) ? (absent as StaffId) : undefined)
}

const fields: Readonly<Record<DeputyRefusal, string>> = {
  ...{ 'right-missing': 'afwezig', 'not-a-day': 'van', 'period-wrong': 'tot', 'reason-missing': 'reden' },
  ...{ 'unknown-staff': 'vervanger', 'nothing-to-deputise': 'afwezig', 'not-oneself': 'vervanger' },
  ...{ 'deputy-sees-nothing': 'vervanger', 'number-in-text': 'reden' },
}

async function name(desk: Desk, absent: StaffId | undefined) {
  const { form, staff } = desk
  const [from, until] = ['van', 'tot'].map((field) => dayOf(typedDate((one) => form.text(one), field)))
  const deputy = form.text('vervanger')
  const reason = form.text('reden').slice(0, 200)
  const missing: FieldErrors = {
    ...(!absent && { afwezig: texts.missing.absent }),
    ...(!isId(deputy) && { vervanger: texts.missing.deputy }),
    ...(!from && { van: texts.missing.day }),
    ...(!until && { tot: texts.missing.day }),
    ...(!reason && { reden: texts.missing.reason }),
  }
  if (!absent || !from || !until || Object.keys(missing).length > 0) return showDeputies(desk, missing)
  const period = { from, until, reason }
  const named = await nameDeputy(desk.deps, { staff, absent, deputy: deputy as StaffId, ...period })
  if (named.ok) return seeOther(desk, paths.deputies(), 'deputy-named')
  return showDeputies(desk, { [fields[named.because]]: texts.because[named.because] })
}

/** The releaser is back, or the deputy does not want to. Ended twice, it is ended once. */
export async function end(desk: Desk) {
  const deputyId = desk.form.text('vervanging')
  const ended = isId(deputyId)
    ? await endDeputy(desk.deps, { staff: desk.staff, deputyId: deputyId as string as DeputyId })
    : ({ ok: false, because: 'no-such-deputy' } as const)
  if (ended.ok) return seeOther(desk, paths.deputies(), 'deputy-ended')
  return showDeputies(desk, { vervanging: texts.because[ended.because] })
}
