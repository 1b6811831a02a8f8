import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import type { VoterCategory } from '../../elections/index.ts'
import { reconcileLetters } from '../reconciling/reconcile-letters.ts'
import { aLettersTrial } from '../testing.ts'
import { printLetters } from './print-letters.ts'

interface Manifest {
  files: { name: string; index: string; letters: number; cover: { paperColour: string } }[]
  exceptions: Record<string, number>
}

test('letters on paper of different colours are never in one file, and the sums are those of the certificate', async () => {
  const trial = await aLettersTrial(60)
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-colours-'))
  try {
    const { deps, election } = trial
    // These two read the same, so only the colour of their paper keeps them apart.
    const alike = ['BELGIAN_16_17', 'EU_16_17'].entries()
    for (const [index, category] of alike)
      await trial.here((db) =>
        sql`update voters.voter set category = ${category} where list_number = ${index + 2}`.execute(db),
      )
    await trial.compose()
    await trial.sample()
    await trial.release(expectOk(await trial.request()).sampleSha256)
    expectOk(await printLetters(deps, { election, folder, by: 'test' }))
    const { files, exceptions } = JSON.parse(
      await readFile(join(folder, 'manifest.json'), 'utf8'),
    ) as Manifest
    expect(new Set(files.map(({ cover }) => cover.paperColour))).toEqual(new Set(['wit', 'blauw', 'geel']))
    const { rows } = await trial.here((db) =>
      sql<{ number: number; category: VoterCategory }>`
        select list_number as number, category from voters.voter`.execute(db),
    )
    const { paperColour } = election.ruleset
    const colourOf = new Map(rows.map(({ number, category }) => [number, paperColour[category]?.value]))
    for (const { name, cover, index } of files) {
      expect(name).toContain(cover.paperColour)
      const [, ...lines] = (await readFile(join(folder, index), 'utf8')).trim().split('\r\n')
      for (const line of lines) expect(colourOf.get(Number(line.split(';')[2]))).toBe(cover.paperColour)
    }
    const { paper } = expectOk(await reconcileLetters(deps, { election })).reconciliation
    expect(files.reduce((sum, { letters }) => sum + letters, 0)).toBe(paper.printed)
    expect(exceptions).toEqual(paper.exceptions)
  } finally {
    await rm(folder, { recursive: true })
    await trial.database.close()
  }
})
