import type { Election } from '../../elections/index.ts'
import { composeLetters, releaseLetters, requestRelease, takeSample } from '../../letters/index.ts'
import { anotherElection, aStaffMember } from '../../letters/testing.ts'
import type { DeskTrial } from '../testing.ts'

/** An election of the trial's own municipality whose letters are released to so many invented voters. */
export async function releasedElection(trial: DeskTrial, voters: number): Promise<Election> {
  const deps = { ...trial.deps, portalUrl: 'https://kiesloket.example' }
  const facts = { file: 'election-2029.json', voters, seed: 1 }
  const election = await anotherElection(deps, trial.here, facts)
  const rights = ['letters.request-release', 'letters.release'] as const
  const an = await aStaffMember(deps, election, 'an@zonnedorp.example', rights)
  const bert = await aStaffMember(deps, election, 'bert@zonnedorp.example', rights)
  await composeLetters(deps, { election, by: 'test' })
  await takeSample(deps, { election, by: 'test' })
  const requested = await requestRelease(deps, { election, staff: an })
  if (!requested.ok) throw new Error(requested.because)
  const released = await releaseLetters(deps, { election, staff: bert, sampleSha256: requested.sampleSha256 })
  if (!released.ok) throw new Error(released.because)
  return election
}
