import { openLookUps } from '../../oversight/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { type Desk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** Says that look-ups stood out and nobody asked yet; nothing when there are none, or for who may not read the log. */
export async function LookUpAlert({ desk }: { desk: Desk }) {
  if (!may(desk, 'audit.read')) return null
  const count = await inOwnScope(desk, (db) => openLookUps(db, desk.staff.municipalityId))
  if (count === 0) return null
  return (
    <Inset>
      <p>
        <strong>{texts.alert.title}.</strong> {texts.alert.text(count)}{' '}
        <a href={paths.unusualLookUps()}>{texts.alert.link}</a>
      </p>
    </Inset>
  )
}
