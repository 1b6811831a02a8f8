import type { Election } from '../../elections/index.ts'
import { composeLetters, releaseLetters, requestRelease, takeSample } from '../../letters/index.ts'
import { anotherElection, aStaffMember } from '../../letters/testing.ts'
import { newId } from '../../platform/ids.ts'
import type { DeskTrial } from '../testing.ts'

/** An election of the trial's own municipality whose letters are released to so many invented voters. */
export async function releasedElection(trial: DeskTrial, voters: number): Promise<Election> {
  const facts = { file: 'election-2029.json', voters, seed: 1 }
  const election = await anotherElection(depsOf(trial), trial.here, facts)
  await releaseMissing(trial, election)
  return election
}

/** Makes the letters that voters have not, or not any more, and has two new people release them. */
export async function releaseMissing(trial: DeskTrial, election: Election): Promise<void> {
  const deps = depsOf(trial)
  const rights = ['letters.request-release', 'letters.release'] as const
  const who = newId<string>().slice(-8)
  const an = await aStaffMember(deps, election, `an.${who}@zonnedorp.example`, rights)
  const bert = await aStaffMember(deps, election, `bert.${who}@zonnedorp.example`, rights)
  await composeLetters(deps, { election, by: 'test' })
  await takeSample(deps, { election, by: 'test' })
  const requested = await requestRelease(deps, { election, staff: an })
  if (!requested.ok) throw new Error(requested.because)
  const released = await releaseLetters(deps, { election, staff: bert, sampleSha256: requested.sampleSha256 })
  if (!released.ok) throw new Error(released.because)
}

function depsOf({ deps }: DeskTrial) {
  return { ...deps, portalUrl: 'https://kiesloket.example' }
}
