import { type LetterBefore, letterBefore, openProof } from '../../letters/index.ts'
import { BackLink, Inset, Sheets } from '../../platform/http/components/index.ts'
import { markDifferences, pngOf } from '../../platform/pdf/picture.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { cachedForSession } from './letter-page.tsx'
import { drawnPages } from './letter-pictures.ts'
import { showLettersPage } from './letters-frame.tsx'
import { look } from './look.ts'
import { texts } from './texts.nl.ts'

/** A letter of the sample beside the one of the sample before, with what looks otherwise marked. */
export async function showComparison(desk: ElectionDesk) {
  const pair = await pairOf(desk)
  if (!pair) return notFoundPage(desk)
  const { place, before, now, then } = pair
  const [after, earlier] = [await drawnPages(desk, now.letter), await drawnPages(desk, then.letter)]
  const shares = after.map((page, index) => shareOf(earlier[index], page))
  const at = { election: desk.election.code, place }
  const { title, back, same, changed, otherVoter, was, is } = texts.compare
  return showLettersPage(
    desk,
    { title: title(place), part: 'proof' },
    <>
      <BackLink href={paths.proofLetter(at)} text={back} />
      <p class="desk-lead">{shares.every((share) => share === 0) ? same : changed}</p>
      {!before.isSameVoter && <Inset>{otherVoter}</Inset>}
      {after.map((_, index) => (
        <Sheets
          sheets={[
            {
              src: paths.letterPicture({
                ...{ election: at.election, letter: before.letterId, page: index + 1 },
              }),
              alternative: was(index + 1),
            },
            {
              src: paths.comparisonPicture({ ...at, page: index + 1 }),
              alternative: is(index + 1, Math.ceil((shares[index] ?? 0) * 100)),
            },
          ]}
        />
      ))}
    </>,
  )
}

/** One page of the letter as it is now, marked where it differs. */
export async function showComparisonPicture(desk: ElectionDesk) {
  const pair = await pairOf(desk)
  const index = Number(desk.context.req.param('page')) - 1
  if (!pair) return notFoundPage(desk)
  const [earlier, after] = [
    (await drawnPages(desk, pair.then.letter))[index],
    (await drawnPages(desk, pair.now.letter))[index],
  ]
  if (!after) return notFoundPage(desk)
  const marked = earlier ? markDifferences(earlier, after).marked : after
  return cachedForSession(desk, await pngOf(marked), { seconds: 0 })
}

function shareOf(before: Parameters<typeof markDifferences>[0] | undefined, after: typeof before): number {
  return before && after ? markDifferences(before, after).share : 1
}

interface Pair {
  readonly place: number
  readonly before: LetterBefore
  readonly now: NonNullable<Awaited<ReturnType<typeof look>>>
  readonly then: NonNullable<Awaited<ReturnType<typeof look>>>
}

async function pairOf(desk: ElectionDesk): Promise<Pair | undefined> {
  const place = Number(desk.context.req.param('place'))
  const sample = await openProof(desk.deps, desk)
  const sampled = sample?.contents.letters[place - 1]
  if (!sample || !sampled) return undefined
  const { election, deps } = desk
  const before = await letterBefore(deps, { election, sampleSha256: sample.sampleSha256, sampled })
  const now = before && (await look(desk, sampled.letterId))
  const then = before && (await look(desk, before.letterId))
  return before && now && then ? { place, before, now, then } : undefined
}
