import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { createPrintFile } from '../../platform/pdf/print-file.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { makeMemberLetters } from './make-member-letters.ts'
import { listLetters } from './member-letter-overview.ts'
import { settleLetters } from './member-letter-store.ts'
import { mayWithLetter } from './sent-letter.ts'

export interface Printing {
  readonly election: Election
  /** Those that were printed before as well. */
  readonly again: boolean
  readonly by: string
  readonly write: (bytes: Uint8Array) => Promise<void>
}

const lettersAtOnce = 50

/**
 * Writes one PDF for the printer with the letters that did not reach a mailbox, by bureau and name. Each begins on a sheet of its own,
 * also where both sides are printed. They count as printed once the file is whole.
 */
export async function printMemberLetters(
  deps: { readonly database: Database; readonly typesetter: Typesetter; readonly clock: Clock },
  { election, again, by, write }: Printing,
): Promise<Result<{ letters: number; sheets: number }, 'nothing-to-print'>> {
  const states = again ? mayWithLetter.print : (['undelivered'] as const)
  const scope = staffOf(election.municipalityId)
  const listed = await deps.database.inScope(scope, (db) => listLetters(db, election, { states }))
  if (listed.length === 0) return refused('nothing-to-print')
  const ids = listed.map(({ letterId }) => letterId)
  const sheets = await writeFile(deps, { election, ids, write })
  const { municipalityId, electionId } = election
  await deps.database.inScope(scope, async (db) => {
    await settleLetters(db, election, ids, { state: 'printed', at: deps.clock.now() })
    const event = { municipalityId, actor: by, action: 'bureaus.letters-printed', subject: electionId }
    await recordAudit(db, { ...event, details: { letters: ids.length, sheets } })
  })
  return { ok: true, letters: ids.length, sheets }
}

async function writeFile(
  deps: { readonly database: Database; readonly typesetter: Typesetter },
  { election, ids, write }: Pick<Printing, 'election' | 'write'> & { ids: readonly DocumentId[] },
): Promise<number> {
  const file = createPrintFile(write)
  const blank = await deps.typesetter.typeset(blankPage)
  let sheets = 0
  for (let start = 0; start < ids.length; start += lettersAtOnce)
    for (const { pdf } of await makeMemberLetters(deps, election, ids.slice(start, start + lettersAtOnce))) {
      const pages = await file.addWhole(pdf)
      if (pages % 2 === 1) await file.addWhole(blank)
      sheets += Math.ceil(pages / 2)
    }
  await file.finish()
  return sheets
}

const blankPage = {
  main: '#set document(title: "Leeg")\n#set page(paper: "a4")\n#set text(lang: "nl")\n#v(0pt)',
  inputs: {},
}
