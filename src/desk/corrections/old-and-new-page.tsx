import { languageFor, lettersOfListNumber, outdatedSections, type SeenLetter } from '../../letters/index.ts'
import { BackLink, Inset, Sheets } from '../../platform/http/components/index.ts'
import { currentList, getVoter } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { ComparedLetters, comparedPicture, type LetterPair } from '../letters/compared-letters.tsx'
import { cachedForSession } from '../letters/letter-page.tsx'
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
  const earlier = before && (await look(desk, before.letter_id))
  return showCorrectionsPage(
    desk,
    { title: said.title },
    <>
      <BackLink href={paths.corrections({ election: desk.election.code })} text={texts.title} />
      <p class="desk-lead">{earlier ? said.real : await leadOf(desk, seen)}</p>
      {earlier ? <Replaced desk={desk} pair={{ earlier, now: seen }} /> : await BesideExample({ desk, seen })}
    </>,
  )
}

/** Of a letter that holds nothing takes the place: the example beside it is the same letter. */
async function leadOf(desk: ElectionDesk, { letter }: SeenLetter): Promise<string> {
  if (letter.state !== 'released') return said.example
  const outdated = await inOwnScope(desk, (db) => outdatedSections(db, desk.election, ['released']))
  return outdated.includes(letter.section) ? said.example : said.holds
}

function Replaced({ desk, pair }: { desk: ElectionDesk; pair: LetterPair }) {
  const at = { election: desk.election.code, letter: pair.now.letter.letter_id }
  const picture = (side: string, page: number) => paths.newPicture({ ...at, side, page })
  return <ComparedLetters desk={desk} pair={pair} picture={picture} />
}

/** The letter as it is, beside an example of what would take its place. */
async function BesideExample({ desk, seen }: { desk: ElectionDesk; seen: SeenLetter }) {
  const after = await exampleOf(desk, seen)
  if (!after) return <Inset>{said.none}</Inset>
  const at = { election: desk.election.code, letter: seen.letter.letter_id }
  return (
    <>
      {pages.map((page) => (
        <Sheets
          sheets={[
            { src: paths.letterPicture({ ...at, page }), alternative: said.was(page) },
            { src: after(page), alternative: said.is(page) },
          ]}
        />
      ))}
    </>
  )
}

/** One page of the new letter or of the one before it, marked where it says something else. */
export async function showNewPicture(desk: ElectionDesk) {
  const { side = '', page = '' } = desk.context.req.param() as Record<string, string>
  const now = await letterOf(desk)
  const before = now && (await letterBefore(desk, now))
  const earlier = before && (await look(desk, before.letter_id))
  const png = now && earlier && (await comparedPicture(desk, { earlier, now }, { side, page: Number(page) }))
  return png ? cachedForSession(desk, png, { seconds: 0 }) : notFoundPage(desk)
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
