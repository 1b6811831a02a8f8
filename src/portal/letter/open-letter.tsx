import { currentOf, type LetterFormat, type MyLetter, renderForm } from '../../letters/index.ts'
import { texts as backTexts } from '../embedding/texts.ts'
import { SessionScript } from '../login/session-script.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'

const files = { pdf: 'kiesbrief.pdf', 'large-print': 'kiesbrief-grote-letters.pdf' } as const

/** The citizen's letter itself, in this form: the PDF byte for byte as it was sent. */
export function openLetter(format: LetterFormat) {
  return async (portal: Portal, letters: readonly MyLetter[]): Promise<Response> => {
    const { deps, context, language } = portal
    const { election, letter } = currentOf(letters)[0]!
    const facts = { election, letterId: letter.letter_id, format, by: 'citizen' }
    const href = paths.election({ election: election.electionId })
    const back = { href, text: backTexts[language].back.election, language }
    const bytes = new Uint8Array(await renderForm(deps, { ...facts, back }))
    if (format === 'html') return context.html(leavingWith(portal, Buffer.from(bytes).toString()))
    return context.body(bytes, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${files[format]}"`,
    })
  }
}

/** The page of the letter is gone from its window too when who reads it logs out in another. */
function leavingWith(portal: Portal, letter: string): string {
  return letter.replace('</body>', () => `${<SessionScript {...portal} />}</body>`)
}
