import { type LetterBefore, letterBefore, openProof, reasonWords, word } from '../../letters/index.ts'
import { Leafing, SummaryList } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { LetterSheets } from './letter-page.tsx'
import { showLettersPage } from './letters-frame.tsx'
import { look } from './look.ts'
import { texts } from './texts.nl.ts'

/** One letter of the sample, by its place in it, with the one before and the one after. */
export async function showProofLetter(desk: ElectionDesk) {
  const place = Number(desk.context.req.param('place'))
  const sample = await openProof(desk.deps, desk)
  const letters = sample?.contents.letters ?? []
  const sampled = letters[place - 1]
  const seen = sampled && (await look(desk, sampled.letterId))
  if (!seen) return notFoundPage(desk)
  const { election, deps } = desk
  const at = { election: election.code }
  const before = await letterBefore(deps, { election, sampleSha256: sample!.sampleSha256, sampled })
  const { title, leafing, previous, next, keys, why, section, voters, language } = texts.letter
  const link = (to: number, text: string) =>
    to >= 1 && to <= letters.length ? { href: paths.proofLetter({ ...at, place: to }), text } : undefined
  return showLettersPage(
    desk,
    { title: title(place, letters.length), part: 'proof' },
    <>
      <Leafing label={leafing} previous={link(place - 1, previous)} next={link(place + 1, next)}>
        {keys}
      </Leafing>
      <SummaryList
        facts={[
          { name: why, value: sampled.why.map((reason) => reasonWords[reason]).join('; ') },
          { name: section, value: sampled.section },
          { name: voters, value: word(sampled.category) },
          { name: language, value: word(sampled.language) },
        ]}
      />
      {before && <Compare before={before} href={paths.comparison({ ...at, place })} />}
      <LetterSheets desk={desk} seen={seen} />
    </>,
  )
}

function Compare({ before, href }: { before: LetterBefore; href: string }) {
  const { linkOwn, linkOther, nobody } = texts.compare
  if (before.whose === 'nobody') return <p>{nobody(before.wasReleased)}</p>
  return (
    <p>
      <a href={href}>{before.whose === 'own' ? linkOwn : linkOther}</a>
    </p>
  )
}
