import type { Election } from '../../elections/index.ts'
import { composeLetters, releaseLetters, requestRelease, takeSample } from '../../letters/index.ts'
import { anotherElection, aStaffMember } from '../../letters/testing.ts'
import { anEmail } from '../../municipalities/testing.ts'
import type { DeskTrial } from '../testing.ts'

/** An election of the trial's own municipality whose letters are released to so many invented voters. */
export async function releasedElection(trial: DeskTrial, voters: number): Promise<Election> {
  const election = await electionWithClosedList(trial, voters)
  await releaseAll(trial, election)
  return election
}

/** The same before anything is composed. */
export function electionWithClosedList(
  trial: DeskTrial,
  voters: number,
  file = 'election-2029.json',
): Promise<Election> {
  return anotherElection(depsOf(trial), trial.here, { file, voters, seed: 1 })
}

/** Composes what is not composed yet, and has two people release it. */
export async function releaseAll(trial: DeskTrial, election: Election): Promise<void> {
  const deps = depsOf(trial)
  const rights = ['letters.request-release', 'letters.release'] as const
  const an = await aStaffMember(deps, election, anEmail(), rights)
  const bert = await aStaffMember(deps, election, anEmail(), rights)
  await composeLetters(deps, { election, by: 'test' })
  await takeSample(deps, { election, by: 'test' })
  const requested = await requestRelease(deps, { election, staff: an })
  if (!requested.ok) throw new Error(requested.because)
  const released = await releaseLetters(deps, { election, staff: bert, sampleSha256: requested.sampleSha256 })
  if (!released.ok) throw new Error(released.because)
}

const depsOf = ({ deps }: DeskTrial) => ({ ...deps, portalUrl: 'https://kiesloket.example' })
