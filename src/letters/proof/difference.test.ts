import { expect, test } from 'vitest'
import example from '../letter-template/examples/municipal-election.json' with { type: 'json' }
import type { PlateFacts } from '../letter-template/letter-template.ts'
import { countChanges, textChanges } from './difference.ts'
import type { PlateCount } from './sample-overview.ts'

const facts = example.facts as unknown as PlateFacts
const plates = new Map<string, PlateFacts>()

/** A plate of a section by its name, with what it says otherwise than the example. */
function plate(section: number, name: string, changes: Partial<PlateFacts> = {}, letters = 10): PlateCount {
  plates.set(name, { ...facts, ...changes })
  return { section, category: 'BELGIAN', language: 'nl', plate: name, letters }
}

const read: string[] = []
const changesBetween = (before: readonly PlateCount[], after: readonly PlateCount[]) =>
  textChanges(before, after, async (hashes) => {
    read.push(...hashes)
    return new Map(hashes.map((hash) => [hash, plates.get(hash)!]))
  })

test('another room is told of once, with its section, and nothing else is', async () => {
  const before = [plate(1, 'a1'), plate(2, 'a2'), plate(3, 'a3')]
  const room = { ...facts.room, name: 'Refter' }
  const after = [plate(1, 'a1'), plate(2, 'b2', { room }), plate(3, 'a3')]
  expect(await changesBetween(before, after)).toEqual([
    { part: 'room', before: facts.room.name, after: 'Refter', sections: [2] },
  ])
  expect(read.sort(), 'plates that are the same are not read').toEqual(['a2', 'b2'])
})

test('what changed everywhere is one change with all its sections', async () => {
  const before = [1, 2, 3].map((section) => plate(section, `c${section}`))
  const municipality = { ...facts.municipality, phone: '09 111 11 11' }
  const after = [1, 2, 3].map((section) => plate(section, `d${section}`, { municipality }))
  expect(await changesBetween(before, after)).toEqual([
    { part: 'phone', before: facts.municipality.phone, after: '09 111 11 11', sections: [1, 2, 3] },
  ])
})

test('a plate is held against the one it is most like: voters who moved against voters who moved', async () => {
  const moved = [...facts.election.statements, { key: 'travel', title: 'Verhuisd?', text: 'Vraag terug.' }]
  const election = { ...facts.election, statements: moved }
  const room = { ...facts.room, name: 'Refter' }
  const before = [plate(1, 'e'), plate(1, 'f', { election })]
  const after = [plate(1, 'g', { room }), plate(1, 'h', { election, room })]
  expect((await changesBetween(before, after)).map(({ part }) => part)).toEqual(['room'])
  const added = await changesBetween([plate(1, 'e')], [plate(1, 'f', { election })])
  expect(added).toEqual([
    { part: 'text travel', before: '', after: 'Verhuisd?: Vraag terug.', sections: [1] },
  ])
})

test('a section or category that is new has no texts to be held against, and is counted', async () => {
  expect(await changesBetween([plate(1, 'i')], [plate(1, 'i'), plate(2, 'j')])).toEqual([])
  const kind = { category: 'BELGIAN', language: 'nl' }
  expect(countChanges([plate(1, 'i'), plate(3, 'k')], [plate(1, 'i', {}, 12), plate(2, 'j')])).toEqual([
    { section: 1, ...kind, before: 10, after: 12 },
    { section: 2, ...kind, before: 0, after: 10 },
    { section: 3, ...kind, before: 10, after: 0 },
  ])
})
