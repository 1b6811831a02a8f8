import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import type { FileInManifest } from './print-manifest.ts'

const layout = readFileSync(new URL('print-cover.typ', import.meta.url), 'utf8')

export interface CoversOf {
  readonly municipality: string
  readonly election: Election
  /** Gives free postage; stands on every letter. */
  readonly postage: string
}

export function coverOf(name: string): string {
  return `${name}.cover.pdf`
}

/**
 * A cover sheet for each print file in a folder: a file of its own, so that nothing but letters runs through the machine
 * that folds them. Written with the manifest, for its number among the others changes with them.
 */
export async function writeCovers(
  typesetter: Typesetter,
  folder: string,
  files: readonly FileInManifest[],
  of: CoversOf,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    if (!file.coverSheet) continue
    const view = coverView(file, `${index + 1} van ${files.length}`, of)
    const pdf = await typesetter.typeset({ main: layout, inputs: { view: JSON.stringify(view) } })
    const path = join(folder, file.coverSheet)
    await writeFile(`${path}.unfinished`, pdf)
    await rename(`${path}.unfinished`, path)
  }
}

function coverView(file: FileInManifest, number: string, { municipality, election, postage }: CoversOf) {
  const { section, paperColour, sheets, firstListNumber, lastListNumber } = file.cover!
  const fact = (label: string, value: string | number, small = false) => ({
    label,
    value: String(value),
    small,
  })
  return {
    title: `Drukbestand ${number}`,
    subtitle: `${municipality} · ${election.name} · ${longDate(election.pollingDay, 'nl')}`,
    facts: [
      fact('Bestand', file.pdf),
      fact('Stemafdeling', section),
      fact('Kleur van het papier', paperColour),
      fact('Brieven', file.letters),
      fact('Bladzijden', file.pages),
      fact('Vellen, recto verso', sheets),
      fact('Eerste volgnummer', firstListNumber),
      fact('Laatste volgnummer', lastListNumber),
      fact('Vermelding voor de post', postage),
      fact('SHA-256 van het bestand', file.sha256, true),
      ...(file.reprintedBecause ? [fact('Opnieuw gemaakt omdat', file.reprintedBecause)] : []),
    ],
    notice:
      'Druk elke brief recto verso op één vel en vouw hem in drie. De brieven staan in volgorde van volgnummer. Dit blad is voor de drukker en gaat niet mee in een envelop. Adressen en brieven zijn persoonsgegevens: wis ze als de post ze heeft.',
  }
}
