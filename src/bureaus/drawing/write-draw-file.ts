import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { pseudonymsOf } from './draw-store.ts'
import type { KeptDraw } from './kept-draw.ts'
import { aroundPools } from './pool-hash.ts'

/** The file of a held draw (`docs/formats/draw.md`), piece by piece: one section is in memory at a time. */
export async function* drawFile(
  database: Database,
  election: Election,
  draw: KeptDraw & { readonly state: 'DRAWN' },
): AsyncGenerator<string> {
  const { frozen, commitment, committedAt, publicValue, dice, drawnAt, seed } = draw
  const { units, ...header } = frozen
  const { before, after } = aroundPools(header)
  const peopleOf = (unit: string, as: 'frozen' | 'drawn') =>
    database.inScope(staffOf(election.municipalityId), (db) =>
      pseudonymsOf(db, election, { drawId: draw.drawId, unit }, as),
    )
  yield `{"frozen":${before}`
  for (const [at, { unit, places }] of units.entries()) {
    const people = await peopleOf(unit, 'frozen')
    yield `${at === 0 ? '' : ','}${JSON.stringify({ unit, places, people })}`
  }
  const said = { commitment, committedAt, publicValue, dice, drawnAt, seed }
  yield `${after},${JSON.stringify(said).slice(1, -1)},"orders":[`
  for (const [at, { unit }] of units.entries()) {
    const order = await peopleOf(unit, 'drawn')
    yield `${at === 0 ? '' : ','}${JSON.stringify({ unit, order })}`
  }
  yield ']}\n'
}
