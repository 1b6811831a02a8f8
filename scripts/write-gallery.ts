import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plateSource, renderLetter } from '../src/letters/letter-template/letter-template.ts'
import { loadPlate, makePlate } from '../src/platform/pdf/plate.ts'
import { createTypesetter } from '../src/platform/pdf/typesetter.ts'
import { drawPages } from '../test/pdf-pictures.ts'
import { galleryLetters, galleryVoter } from './gallery/gallery-letters.ts'
import { galleryPage, picturesOf } from './gallery/gallery-page.ts'
import { palettePng } from './gallery/palette-png.ts'

/** Writes `docs/gallery`: the page, and two pictures of every letter. Look at them before they are committed. */
const folder = join(import.meta.dirname, '../docs/gallery')
const dotsPerInch = 80
const typesetter = createTypesetter()

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
writeFileSync(join(folder, 'README.md'), galleryPage())
for (const letter of galleryLetters()) {
  const { facts } = letter
  const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
  const rendered = await renderLetter({ typesetter }, { plate, facts, voter: galleryVoter })
  if (!rendered.ok) throw new Error(`${letter.id}: ${rendered.because}`)
  const pages = await drawPages(rendered.pdf, dotsPerInch)
  for (const [page, name] of picturesOf(letter).entries())
    writeFileSync(join(folder, name), palettePng(pages[page]!))
}
