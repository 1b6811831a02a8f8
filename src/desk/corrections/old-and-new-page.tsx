import { languageFor, lettersOfListNumber, type SeenLetter } from '../../letters/index.ts'
import { BackLink, Inset, Sheets } from '../../platform/http/components/index.ts'
import { markDifferences, pngOf } from '../../platform/pdf/picture.ts'
import { currentList, getVoter } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { cachedForSession } from '../letters/letter-page.tsx'
import { drawnPages } from '../letters/letter-pictures.ts'
import { look } from '../letters/look.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showCorrectionsPage } from './corrections-frame.tsx'
import { texts } from './overview-texts.nl.ts'

const said = texts.compare
const pages = [1, 2] as const

/** One letter beside what takes its place: the letter before it when it is new, an example of the new one when it is old. */
export async function showOldAndNew(desk: ElectionDesk) {
  const seen = await letterOf(desk)
  if (!seen) return notFoundPage(desk)
  const { letter } = seen
  const before = letter.state === 'composed' ? await letterBefore(desk, seen) : undefined
  const election = desk.election.code
  const after = before
    ? (page: number) => paths.newPicture({ election, letter: letter.letter_id, page })
    : await exampleOf(desk, seen)
  const old = before ?? letter
  return showCorrectionsPage(
    desk,
    { title: said.title },
    <>
      <BackLink href={paths.corrections({ election })} text={texts.title} />
      <p class="desk-lead">{before ? said.real : said.example}</p>
      {!after && <Inset>{said.none}</Inset>}
      {after &&
        pages.map((page) => (
          <Sheets
            sheets={[
              {
                src: paths.letterPicture({ election, letter: old.letter_id, page }),
                alternative: said.was(page),
              },
              { src: after(page), alternative: said.is(page) },
            ]}
          />
        ))}
    </>,
  )
}

/** One page of a new letter, marked where it differs from the one before. */
export async function showNewPicture(desk: ElectionDesk) {
  const seen = await letterOf(desk)
  const before = seen && (await letterBefore(desk, seen))
  const then = before && (await look(desk, before.letter_id))
  if (!seen || !then) return notFoundPage(desk)
  const index = Number(desk.context.req.param('page')) - 1
  const [after, earlier] = [
    (await drawnPages(desk, seen.letter))[index],
    (await drawnPages(desk, then.letter))[index],
  ]
  if (!after) return notFoundPage(desk)
  const marked = earlier ? markDifferences(earlier, after).marked : after
  return cachedForSession(desk, await pngOf(marked), { seconds: 0 })
}

function letterOf(desk: ElectionDesk): Promise<SeenLetter | undefined> {
  return look(desk, desk.context.req.param('letter') ?? '')
}

/** The version before this one, of the same voter. */
async function letterBefore(desk: ElectionDesk, { letter }: SeenLetter) {
  const { municipalityId, electionId } = desk.election
  const versions = await inOwnScope(desk, (db) =>
    lettersOfListNumber(db, municipalityId, electionId, letter.list_number),
  )
  return versions.find(
    ({ voter_id: voter, version }) => voter === letter.voter_id && version < letter.version,
  )
}

/** Where the pictures of the letter are, as a voter of the same kind would get it now. */
async function exampleOf(desk: ElectionDesk, { letter }: SeenLetter) {
  const { municipalityId, electionId, code } = desk.election
  const voter = await inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    return list && getVoter(db, municipalityId, electionId, list.listId, letter.voter_id)
  })
  if (!voter || voter.state === 'struck') return undefined
  const { section, category } = voter
  const language = languageFor(desk.election, desk.municipality, voter)
  return (page: number) => paths.previewPicture({ election: code, section, category, language, page })
}
