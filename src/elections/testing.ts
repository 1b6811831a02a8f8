import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import { withDecisions } from './decide.ts'
import type { Election, ElectionSettings } from './election.ts'
import { loadRuleset } from './load-ruleset.ts'
import type { VotingMode } from './ruleset.ts'

interface Changes {
  readonly rulesetId?: string
  readonly pollingDay?: string
  readonly votingMode?: VotingMode
  readonly settings?: ElectionSettings
}

/** An election that is in no database: by default the federal one of 2029, on paper. */
export function anElection(changes: Changes = {}): Election {
  const { rulesetId = 'kwb-2029', votingMode = 'PAPER', settings = {} } = changes
  const ruleset = loadRuleset(rulesetId)!
  return {
    municipalityId: 1 as MunicipalityId,
    electionId: '0198b7a0-0000-7000-8000-000000000001' as ElectionId,
    code: ruleset.id,
    name: ruleset.name,
    ruleset: withDecisions(ruleset, votingMode, settings.decisions),
    pollingDay: changes.pollingDay ?? ruleset.expectedPollingDay?.value ?? ruleset.validity.from,
    votingMode,
    settings,
  }
}
