import { createHash } from 'node:crypto'
import type { Election } from '../../elections/index.ts'
import type { ProposedSeat } from '../proposals-overview.ts'

/**
 * What stands at the foot of a sheet to sign, and on the page where it is written down: who was on it, for which seat, as they stood then.
 * Another digest is another list. Short enough to be read from paper: `3f2a 91c0 77de 0b14`.
 */
export function proposalsDigest(
  { electionId }: Pick<Election, 'electionId'>,
  proposals: readonly ProposedSeat[],
): string {
  const lines = proposals.map(({ assignment, member, bureau }) => [
    ...[assignment.assignmentId, assignment.version, bureau.kind, bureau.number],
    ...[assignment.role, assignment.ordinal, member.lastName, member.firstNames],
  ])
  const hash = createHash('sha256')
    .update(JSON.stringify([electionId, lines]))
    .digest('hex')
  return hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** What was typed from the foot of a sheet, as it stands there; nothing when that is no mark of any list. */
export function markOf(typed: string): string | undefined {
  const bare = typed.replaceAll(/\s/g, '').toLowerCase()
  return /^[\da-f]{16}$/.test(bare) ? bare.replaceAll(/(.{4})(?=.)/g, '$1 ') : undefined
}

/** As somebody typed it from paper: spaces and capitals say nothing. */
export function isSameDigest(typed: string, digest: string): boolean {
  const bare = (text: string) => text.replaceAll(/\s/g, '').toLowerCase()
  return bare(typed) === bare(digest)
}
