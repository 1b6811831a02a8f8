import { isCodeOn, type MunicipalitySettings, mergerOf } from '../municipalities/index.ts'
import type { DocumentFault } from '../platform/document.ts'
import type { PollingDayFault } from './check-polling-day.ts'
import { withDecisions } from './decide.ts'
import { isElectedPerDistrict } from './election.ts'
import type { NewElection } from './election-store.ts'
import { mayBeFrench } from './letter-language.ts'

/** What is wrong with an election only in the municipality that holds it. */
export function* faultsIn(
  municipality: MunicipalitySettings,
  election: NewElection,
): Generator<DocumentFault> {
  yield* faultsOfFrench(municipality, election)
  yield* faultsOfDistricts(municipality, election)
  yield* faultsOfMerger(municipality, election)
}

/** Where letters may be French, the election needs its French name. */
function* faultsOfFrench({ languageRegime }: MunicipalitySettings, election: NewElection) {
  const { ruleset, votingMode, settings } = election
  const asDecided = { ruleset: withDecisions(ruleset, votingMode, settings.decisions) }
  if (settings.french || !mayBeFrench(asDecided, languageRegime)) return
  const wrong = `is missing: in a municipality of regime "${languageRegime}" letters of this election may be French`
  yield { path: 'french', wrong, remedy: 'Give the French name of the election: { "name": "…" }' }
}

/** Where district councils are elected, the municipality's file has to name the districts. */
function* faultsOfDistricts({ districts = [] }: MunicipalitySettings, election: NewElection) {
  const path = 'namedAssemblies'
  const wrong = 'has a council per district, and the municipality file names no districts'
  const remedy = 'Name them there, under districts, and add that file again with --update'
  if (isElectedPerDistrict(election) && districts.length === 0) yield { path, wrong, remedy }
  for (const name of election.settings.uncontestedDistricts ?? [])
    if (!districts.includes(name)) {
      const known = districts.length > 0 ? `Use one of: ${districts.join(', ')}` : 'Remove it'
      yield {
        path: `uncontestedDistricts.${name}`,
        wrong: 'is no district of the municipality',
        remedy: known,
      }
    }
}

/** The municipality exists on polling day, and its new council bears the name of what it merges into. */
function* faultsOfMerger({ nisCode }: MunicipalitySettings, { pollingDay, settings }: NewElection) {
  const merger = mergerOf(nisCode)
  if (!merger) return
  const { on, into, from } = merger
  if (!isCodeOn(nisCode, pollingDay)) {
    const then = pollingDay < on ? Object.entries(from) : [[into.nisCode, into.name]]
    const names = then.map(([code, name]) => `${name} (${code})`).join(', ')
    const wrong = `is a day on which NIS code ${nisCode} names no municipality: ${into.name} exists since ${on}`
    const remedy = `Add the election to the municipality of that day: ${names}`
    yield { path: 'pollingDay', wrong, remedy, because: 'not-then' satisfies PollingDayFault, day: on }
  }
  if (settings.newMunicipality && settings.newMunicipality !== into.name)
    yield {
      path: 'newMunicipality',
      wrong: 'is not what comes out of the merger',
      remedy: `Write ${into.name}`,
    }
}
