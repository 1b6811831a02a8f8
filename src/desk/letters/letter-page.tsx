import { htmlLetter, type SeenLetter, word } from '../../letters/index.ts'
import { Sheets, SummaryList } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { lettersPages } from './letter-pictures.ts'
import { showLettersPage } from './letters-frame.tsx'
import { look } from './look.ts'
import { texts } from './texts.nl.ts'

/** Any voter's letter, as it was composed. */
export async function showLetter(desk: ElectionDesk) {
  const seen = await look(desk, desk.context.req.param('letter') ?? '')
  if (!seen) return notFoundPage(desk)
  const { letter } = seen
  return showLettersPage(
    desk,
    { title: texts.letter.alone(letter.list_number), part: 'letters' },
    <>
      <SummaryList
        facts={[
          { name: texts.letter.state, value: texts.letter.states[letter.state] },
          { name: texts.letter.section, value: letter.section },
          { name: texts.letter.language, value: word(letter.language) },
          { name: texts.letter.version, value: letter.version },
        ]}
      />
      <LetterSheets desk={desk} seen={seen} />
    </>,
  )
}

const pages = 2

/** The letter as pictures, and the way to the same as text. */
export function LetterSheets({ desk, seen }: { desk: ElectionDesk; seen: SeenLetter }) {
  const at = { election: desk.election.code, letter: seen.letter.letter_id }
  const hash = seen.letter.pdf_sha256.toString('hex').slice(0, 16)
  return (
    <>
      <p>
        <a href={paths.letterText(at)}>{texts.letter.asText}</a>
      </p>
      <Sheets
        sheets={Array.from({ length: pages }, (_, index) => ({
          src: withQuery(paths.letterPicture({ ...at, page: index + 1 }), { h: hash }),
          alternative: texts.letter.alternative(index + 1, pages),
        }))}
      />
    </>
  )
}

/** One page as a picture. */
export async function showPicture(desk: ElectionDesk) {
  const { letter: letterId = '', page = '' } = desk.context.req.param() as Record<string, string>
  const seen = await look(desk, letterId)
  const png = seen && (await lettersPages(desk, seen.letter))[Number(page) - 1]
  if (!png) return notFoundPage(desk)
  const { session, deps } = desk
  const left = Math.floor((session.endsAt.getTime() - deps.clock.now().getTime()) / 1000)
  return cachedForSession(desk, png, { seconds: Math.max(left, 0) })
}

/** Whoever is logged in may keep it; another session in the same browser asks again, as its cookie is another. */
export function cachedForSession({ context }: ElectionDesk, png: Buffer, { seconds }: { seconds: number }) {
  context.header('Cache-Control', `private, max-age=${seconds}`)
  context.header('Vary', 'Cookie')
  return context.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' })
}

/** The letter as a page that every browser reads aloud, with the same words. */
export async function showText(desk: ElectionDesk) {
  const seen = await look(desk, desk.context.req.param('letter') ?? '')
  return seen ? desk.context.html(htmlLetter(seen.form)) : notFoundPage(desk)
}
