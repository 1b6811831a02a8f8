import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { editPlace, fieldsOfPlace } from '../../elections/index.ts'
import { aLettersTrial } from '../../letters/testing.ts'
import { placesFacts } from './places-overview.ts'

test('a place that changes is told with the letters that say something else, released or not', async () => {
  const trial = await aLettersTrial(6)
  const { election, deps } = trial
  const facts = () => trial.here((db) => placesFacts(db, election))
  expectOk(await trial.compose())
  const before = await facts()
  expect(before.outdated).toEqual({ composed: [], released: [] })
  expect(before.places.reduce((sum, { voters }) => sum + (voters ?? 0), 0)).toBe(6)
  const move = async (street: string) => {
    const { place } = (await facts()).places[0]!
    const seen = fieldsOfPlace(place)
    expectOk(
      await editPlace(deps, {
        election,
        code: place.code,
        before: seen,
        after: { ...seen, street },
        by: 'test',
      }),
    )
    return (await facts()).outdated
  }
  const sections = before.places[0]!.sections.map(({ section }) => section)
  expect(await move('Nieuwstraat')).toEqual({ composed: sections, released: [] })
  expect(await move(fieldsOfPlace(before.places[0]!.place).street)).toEqual({ composed: [], released: [] })
  const { sampleSha256 } = expectOk(await trial.sample())
  expectOk(await trial.request())
  expectOk(await trial.release(sampleSha256))
  expect(await move('Nieuwstraat')).toEqual({ composed: [], released: sections })
  await trial.database.close()
})
