import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { coverageNow, endedInPrintFiles } from '../letters/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Refused } from '../platform/result.ts'
import { countAmendments, currentList } from '../voters/index.ts'
import { counted } from './counted.ts'

/**
 * What was amended since the list was closed, for whoever is about to release or to print, and for how many voters no
 * letter was made since; nothing when nothing was.
 */
export async function changesSinceClose(app: App, election: Election): Promise<string[]> {
  const { municipalityId, electionId } = election
  return app.database.inScope(staffOf(municipalityId), async (db) => {
    const { struck, added, corrected, lastAt } = await countAmendments(db, municipalityId, electionId)
    const list = lastAt && (await currentList(db, municipalityId, electionId))
    if (!list) return []
    const { composed, released, votersWithoutLetter } = await coverageNow(db, election, list.listId)
    const last = lastAt.toISOString().slice(0, 16).replace('T', ' ')
    return [
      `Since the list was closed: ${struck} struck, ${added} added, ${corrected} corrected (last on ${last} UTC).`,
      ...(composed + released > 0 ? withoutLetterLines(votersWithoutLetter) : []),
    ]
  })
}

function withoutLetterLines(voters: number): string[] {
  if (voters === 0) return []
  const next = 'npx kiesloket letters compose, then a sample and its release'
  return [`! ${counted(voters, 'voter')} without a letter: ${next}.`]
}

/** Which letters have to come out of a pile that was printed already, by the name of their file. */
export async function takenBackSincePrinted(
  app: App,
  { municipalityId, electionId }: Election,
): Promise<string[]> {
  const ended = await app.database.inScope(staffOf(municipalityId), (db) =>
    endedInPrintFiles(db, municipalityId, electionId),
  )
  const lines = [...ended].map(([name, numbers]) => {
    const more = numbers.length > numbersShown ? ', … (manifest.json has them all)' : ''
    return `! Take out of ${name}, for they were taken back: ${numbers.slice(0, numbersShown).join(', ')}${more}`
  })
  return lines.toSorted()
}

const numbersShown = 20

/** A refusal because something changed says what was amended. */
export async function withChanges<R extends Refused>(app: App, election: Election, refusal: R): Promise<R> {
  if (refusal.because !== 'changed-since-sample') return refusal
  const lines = [...(refusal.detail ? [refusal.detail] : []), ...(await changesSinceClose(app, election))]
  return lines.length > 0 ? { ...refusal, detail: lines.join('\n') } : refusal
}
