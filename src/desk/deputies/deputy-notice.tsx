import { deputiesOn, staffNameOf } from '../../municipalities/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** Tells who stands in for another today, and who is stood in for; nothing to all others. */
export async function DeputyNotice({ desk }: { desk: Desk }) {
  const { municipalityId, staffId } = desk.staff
  const lines = await inOwnScope(desk, async (db) => {
    const deputies = await deputiesOn(db, municipalityId, dayInBelgium(desk.deps.clock.now()))
    const said: string[] = []
    for (const { deputy, absent, until } of deputies) {
      const last = longDate(until, 'nl')
      const nameOf = async (id: string) => (await staffNameOf(db, municipalityId, id)) ?? '–'
      if (deputy === staffId) said.push(texts.told.standIn(await nameOf(absent), last))
      if (absent === staffId) said.push(texts.told.stoodInFor(await nameOf(deputy), last))
    }
    return said
  })
  if (lines.length === 0) return null
  return (
    <Inset>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={paths.deputies()}>{texts.told.link}</a>
      </p>
    </Inset>
  )
}
