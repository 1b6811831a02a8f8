import { type Election, listElectionsInScope } from '../../elections/index.ts'
import { areaOf, type Municipality } from '../../municipalities/index.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Granted } from '../authorities/authority.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { type AreaBureau, areaBureaus, areaGrants } from './area-overview.ts'

/** An election of one municipality that was granted to a court or main bureau. */
export interface AreaElection extends Granted {
  readonly election: Election
  readonly municipality: Municipality
  /** The court or main bureau, as that municipality calls it. */
  readonly name: string
}

/** Everything that is granted to a court or main bureau, by polling day and by the name of the municipality. */
export async function electionsOfArea(
  { database }: { readonly database: Database },
  authority: string,
): Promise<AreaElection[]> {
  const municipalities = new Map(
    (await areaOf({ database }, authority)).map((one) => [one.municipalityId, one]),
  )
  const { grants, elections } = await database.inScope({ authority }, async (db) => ({
    grants: await areaGrants(db),
    elections: await listElectionsInScope(db),
  }))
  const granted = elections.flatMap((election): AreaElection[] => {
    const municipality = municipalities.get(election.municipalityId)
    const grant = grants.find(({ electionId }) => electionId === election.electionId)
    if (!municipality || !grant) return []
    const { kind, name, district } = grant
    return [{ election, municipality, kind, name, ...(district !== undefined && { district }) }]
  })
  const placeOf = ({ election, municipality }: AreaElection) => `${election.pollingDay} ${municipality.name}`
  return granted.sort((one, other) => placeOf(one).localeCompare(placeOf(other), 'nl'))
}

/** The bureaus of these elections, as far as they are granted now. */
export function bureausOfArea(
  { database }: { readonly database: Database },
  { authority, elections }: { authority: string; elections: readonly AreaElection[] },
): Promise<AreaBureau[]> {
  const asked = elections.map(({ election }) => election.electionId)
  return database.inScope({ authority }, (db) => areaBureaus(db, asked))
}

/** Seats of a bureau that nobody has and that a magistrate fills, or the chair of the bureau. */
export function openSeats(
  rules: Pick<BureauRules, 'chosenByChair'>,
  { kind, vacant }: Pick<AreaBureau, 'kind' | 'vacant'>,
  filledBy: 'magistrate' | 'chair' = 'magistrate',
): number {
  return vacant
    .filter(({ role }) => isFilledByChair(rules, kind, role) === (filledBy === 'chair'))
    .reduce((all, { count }) => all + count, 0)
}
