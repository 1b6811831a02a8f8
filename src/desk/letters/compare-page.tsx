import { type LetterBefore, letterBefore, openProof, word } from '../../letters/index.ts'
import { BackLink, Inset } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { ComparedLetters, comparedPicture, type LetterPair } from './compared-letters.tsx'
import { cachedForSession } from './letter-page.tsx'
import { showLettersPage } from './letters-frame.tsx'
import { look } from './look.ts'
import { texts } from './texts.nl.ts'

/** A letter of the sample beside the one of before, with what it says otherwise. */
export async function showComparison(desk: ElectionDesk) {
  const pair = await pairOf(desk)
  if (!pair) return notFoundPage(desk)
  const { place, before } = pair
  const at = { election: desk.election.code, place }
  const { title, back } = texts.compare
  return showLettersPage(
    desk,
    { title: title(place), part: 'proof' },
    <>
      <BackLink href={paths.proofLetter(at)} text={back} />
      <Inset>{besideText(before)}</Inset>
      <ComparedLetters
        desk={desk}
        pair={pair}
        picture={(side, page) => paths.comparisonPicture({ ...at, side, page })}
      />
    </>,
  )
}

/** One page of either of them, marked where it says something else. */
export async function showComparisonPicture(desk: ElectionDesk) {
  const { side = '', page = '' } = desk.context.req.param() as Record<string, string>
  const pair = await pairOf(desk)
  const png = pair && (await comparedPicture(desk, pair, { side, page: Number(page) }))
  return png ? cachedForSession(desk, png, { seconds: 0 }) : notFoundPage(desk)
}

type HeldAgainst = Exclude<LetterBefore, { whose: 'nobody' }>

/** Whose letter it is that is shown as the one before, and why. */
function besideText(before: HeldAgainst): string {
  const { own, ownUnreleased, other } = texts.compare
  if (before.whose === 'own') return before.releasedAt ? own(momentText(before.releasedAt)) : ownUnreleased
  const { section, listNumber, category, language } = before.other
  return other(before.wasReleased, listNumber, section, `${word(category)}, ${word(language)}`)
}

interface ProofPair extends LetterPair {
  readonly place: number
  readonly before: HeldAgainst
}

async function pairOf(desk: ElectionDesk): Promise<ProofPair | undefined> {
  const place = Number(desk.context.req.param('place'))
  const sample = await openProof(desk.deps, desk)
  const sampled = sample?.contents.letters[place - 1]
  if (!sample || !sampled) return undefined
  const { election, deps } = desk
  const before = await letterBefore(deps, { election, sampleSha256: sample.sampleSha256, sampled })
  if (!before || before.whose === 'nobody') return undefined
  const now = await look(desk, sampled.letterId)
  const earlier = before && (await look(desk, before.letterId))
  return before && now && earlier ? { place, before, now, earlier } : undefined
}
