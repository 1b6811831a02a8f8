import type { BureauRules } from '../bureau-rules.ts'
import { isSure } from './is-sure.ts'
import { type PlanRow, type PlanRowFault, planFault } from './read-plan-row.ts'

/** What the law forbids of counting bureaus: for whom there are none, of which kinds, and over how many polling bureaus each. */
export function countingGroupFaults(rows: readonly PlanRow[], { counting }: BureauRules): PlanRowFault[] {
  const counters = rows.filter(({ bureau }) => bureau.kind === 'COUNTING')
  const polling = rows.filter(({ bureau }) => bureau.kind === 'POLLING')
  const digital = new Set(
    polling
      .filter(({ bureau }) => !counting.onlyFor.value.includes(bureau.votingMode))
      .map(({ bureau }) => bureau.section),
  )
  return [
    ...counters.flatMap(({ row, bureau: { votingMode, counts = [] } }) => {
      const { value, source } = counting.onlyFor
      if (!isSure(counting.onlyFor)) return []
      if (!value.includes(votingMode))
        return [planFault(row, 'voting_mode', 'not-counted-by-people', '', source)]
      const section = counts.find((one) => digital.has(one))
      return section === undefined ? [] : [planFault(row, 'counts', 'counts-digital', section, source)]
    }),
    ...kindFaults(counters, counting),
    ...sizeFaults(counters, polling, counting),
  ]
}

function kindFaults(counters: readonly PlanRow[], { kinds }: BureauRules['counting']): PlanRowFault[] {
  const codes = kinds.value.map(({ code }) => code)
  if (codes.length === 0 || !isSure(kinds)) return []
  return counters
    .filter(({ bureau }) => !codes.includes(bureau.code))
    .map(({ row }) => planFault(row, 'code', 'no-counting-kind', codes.join(', '), kinds.source))
}

/** Groups of so many, and what is left over in groups of one less; with too few polling bureaus the main bureau counts. */
function sizeFaults(
  counters: readonly PlanRow[],
  polling: readonly PlanRow[],
  { groups, kinds }: BureauRules['counting'],
): PlanRowFault[] {
  if (!groups || !isSure(groups)) return []
  const { size, fewest } = groups.value
  const at = groups.source
  const perDistrict = new Set(kinds.value.filter((one) => one.perDistrict).map(({ code }) => code))
  const areaOf = ({ bureau: { code, district = '' } }: PlanRow) => (perDistrict.has(code) ? district : '')
  return [...Map.groupBy(counters, (one) => `${one.bureau.code} ${areaOf(one)}`).values()].flatMap(
    (those) => {
      const area = areaOf(those[0]!)
      const many = polling.filter(({ bureau }) => area === '' || bureau.district === area).length
      if (many > 0 && many < fewest)
        return those.map(({ row }) => planFault(row, 'kind', 'main-bureau-counts', fewest, at))
      // So many are one short of a whole group when all are counted.
      let mayBeShort = Math.ceil(many / size) * size - many
      return those.flatMap(({ row, bureau: { counts = [] } }) => {
        if (counts.length > size) return [planFault(row, 'counts', 'counts-too-many', size, at)]
        if (counts.length === size) return []
        const isAllowed = counts.length === size - 1 && mayBeShort > 0
        mayBeShort -= 1
        return isAllowed ? [] : [planFault(row, 'counts', 'counts-too-few', size, at)]
      })
    },
  )
}
