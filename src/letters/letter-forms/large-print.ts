import { readFileSync } from 'node:fs'
import { fontFamilies } from '../../platform/pdf/fonts.ts'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import type { TypstSource } from '../../platform/pdf/typesetter.ts'
import { isCommon } from '../letter-template/glyph-pool.ts'
import { type LetterForm, voterTexts } from './letter-form.ts'

const layout = readFileSync(new URL('large-print.typ', import.meta.url), 'utf8')

/** The letter in letters of 18 points and more, for the typesetter. */
export function largePrintSource(form: LetterForm): TypstSource {
  const { data, arms, voter } = form
  const own = (text: string) => ({ text, rare: !isCommon(text) })
  const { addressLines, ...texts } = voterTexts(form)
  const entries = Object.entries(texts).map(([name, text]) => [name, own(text)])
  return {
    main: layout,
    inputs: {
      letter: JSON.stringify({ ...data, secondFont: fontFamilies[1] }),
      voter: JSON.stringify({ ...Object.fromEntries(entries), addressLines: addressLines.map(own) }),
    },
    files: {
      '/qr.svg': Buffer.from(qrSvg(voter.qrText)),
      ...(arms !== undefined && { '/arms.svg': Buffer.from(arms) }),
    },
  }
}
