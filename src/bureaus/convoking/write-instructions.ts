import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type InstructedBureau, longestInstructions, partsOf } from './chair-instructions.ts'
import { insertInstructions } from './chair-instructions-store.ts'

export type InstructionsRefusal = NumberInText | 'no-text' | 'text-too-long'

/** The municipality writes what chairs are told. Letters that are made from then on take it along; those that left keep what they said. */
export async function writeInstructions(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  {
    election,
    bureau,
    text,
    by,
  }: {
    readonly election: Election
    readonly bureau: InstructedBureau
    readonly text: string
    readonly by: string
  },
): Promise<Result<{ version: number }, InstructionsRefusal>> {
  const inText = refuseNumbers(text)
  if (inText) return inText
  if (text.length > longestInstructions) return refused('text-too-long')
  if (!partsOf(text).some((part) => part.text.length > 0)) return refused('no-text')
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const version = await insertInstructions(db, election, { bureau, text: text.trim(), at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'bureaus.instructions-written', subject: electionId }
    await recordAudit(db, { ...event, details: { bureau, version } })
    return { ok: true, version }
  })
}
