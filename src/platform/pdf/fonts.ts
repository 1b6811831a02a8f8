import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/**
 * The fonts of every document, the preferred one first: one made to be easy to read, and one with many rare
 * letters behind it. The compiler also sees the fonts of the machine it runs on. Ours get a family name that no
 * machine has, of the same length, so that a document is the same everywhere.
 */
const families = [
  {
    name: 'Atkinson Hyperlegible Next',
    ownName: 'Kiesloket Atkinson Letters',
    files: [
      '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
      '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    ].map((file) => `@expo-google-fonts/atkinson-hyperlegible-next/${file}`),
  },
  {
    name: 'DejaVu Sans',
    ownName: 'Kiesloket D',
    files: ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map(
      (file) => `dejavu-fonts-ttf/ttf/${file}`,
    ),
  },
] as const

/** Names of the font families, as a document asks for them. */
export const fontFamilies = families.map(({ ownName }) => ownName)

export function readFonts(): Buffer[] {
  return families.flatMap(({ files, name, ownName }) =>
    files.map((file) => rename(readFileSync(resolve(file)), name, ownName)),
  )
}

function rename(font: Buffer, name: string, ownName: string): Buffer {
  const spellings = [
    (text: string) => Buffer.from(text, 'latin1'),
    (text: string) => Buffer.from(text, 'utf16le').swap16(),
  ]
  for (const spell of spellings) {
    const [old, own] = [spell(name), spell(ownName)]
    if (old.length !== own.length) throw new Error('a font keeps the length of its name')
    for (let at = font.indexOf(old); at >= 0; at = font.indexOf(old, at)) own.copy(font, at)
  }
  return font
}
