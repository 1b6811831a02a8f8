import { loadBureauRules } from '../load-bureau-rules.ts'
import type { BureauToFill, ListedPerson, SeatingRules } from './seating.ts'

export const ofLocal: SeatingRules = loadBureauRules({ regime: 'LPKD' })
export const ofFederal: SeatingRules = loadBureauRules({ regime: 'KWB' })

/** Somebody of list B of Zonnedorp who may sit anywhere in it. */
export function aPerson(id: string, but: Partial<ListedPerson> = {}): ListedPerson {
  const voterOf = { section: '1', municipality: 'zonnedorp', canton: 'zonnedorp', ...but.voterOf }
  return { id, list: 'B', drawRank: 1, belgian: true, age: 40, candidate: false, ...but, voterOf }
}

/** A bureau of Zonnedorp with seats `1-chair-1`, `1-assessor-1` … */
export function aBureau(
  id: string,
  seats: Partial<Record<'CHAIR' | 'ASSESSOR' | 'SUBSTITUTE' | 'SECRETARY', number>>,
  but: Partial<BureauToFill> = {},
): BureauToFill {
  return {
    id,
    kind: 'POLLING',
    areas: { section: [id], municipality: ['zonnedorp'], canton: ['zonnedorp'] },
    seats: Object.entries(seats).flatMap(([role, count]) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${id}-${role.toLowerCase()}-${at + 1}`,
        role: role as keyof typeof seats,
        number: at + 1,
      })),
    ),
    ...but,
  }
}

/** A place so many metres east and north of the church. */
export function aPlace(east: number, north = 0) {
  return { latitude: 51 + north / 111_195, longitude: 4 + east / 69_977 }
}

/** A town with so many polling bureaus and 16 people for each: 9 seats of each bureau are filled from lists. */
export function aTown(bureaus: number, rules: SeatingRules, dice: () => number) {
  const side = Math.sqrt(bureaus) * 900
  const spot = () => aPlace(dice() * side, dice() * side)
  const of = <T>(all: readonly T[]) => all[Math.floor(dice() * all.length)]!
  const towns: BureauToFill[] = Array.from({ length: bureaus }, (_, at) =>
    aBureau(`b${at}`, { CHAIR: 1, ASSESSOR: 4, SUBSTITUTE: 4, SECRETARY: 1 }, { place: spot() }),
  )
  const people: ListedPerson[] = Array.from({ length: bureaus * 16 }, (_, at) => {
    const onListA = at % 8 === 0
    return aPerson(`p${at}`, {
      list: onListA ? 'A' : 'B',
      ...(onListA ? { category: of(rules.categories.value) } : {}),
      drawRank: 1 + (at % 14),
      home: spot(),
      experienced: dice() < 0.3,
      household: `h${Math.floor(dice() * bureaus * 12)}`,
    })
  })
  return { rules, bureaus: towns, people }
}
