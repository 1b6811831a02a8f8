/** Letters that don't come apart in a letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ĳ: 'ij',
  Ĳ: 'IJ',
  '&': '+',
  _: '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '"': "'",
  '“': "'",
  '”': "'",
  ';': ',',
}

/** What every bank in SEPA has to pass on (EPC217-08). */
const allowed = /[a-zA-Z0-9/\-?:().,'+ ]/

/**
 * A text in the letters that every bank in SEPA passes on, cut to a length: `Noël Sørensen` → `Noel Sorensen`. What has
 * no such letter becomes a point.
 */
export function sepaText(text: string, length: number): string {
  const plain = [...text.normalize('NFC')].map(plainLetter).join('')
  return plain.replace(/\s+/g, ' ').trim().slice(0, length).trim()
}

function plainLetter(letter: string): string {
  if (allowed.test(letter)) return letter
  const known = letters[letter]
  if (known) return known
  if (/[\s\p{Cc}\p{Cf}]/u.test(letter)) return ' '
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  if (bare !== '' && [...bare].every((one) => allowed.test(one))) return bare
  return bare === '' ? '' : (letters[bare] ?? '.')
}

/** Is there enough of a name left for a bank to compare it? */
export function isSepaName(name: string): boolean {
  return /[a-zA-Z]{2}/.test(name)
}
