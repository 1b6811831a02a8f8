import { validate } from 'uuid'
import {
  currentOf,
  type Duplicate,
  type DuplicateFormat,
  duplicatesById,
  type MyLetter,
  openDuplicate,
} from '../../letters/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { ButtonGroup, ButtonLink } from '../../platform/http/components/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { showPage } from '../frame.tsx'
import { notMinePage } from '../not-mine-page.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.ts'

/** A duplicate that this citizen made: open it as often as the printer jams. */
export async function showMade(portal: Portal, letters: readonly MyLetter[]): Promise<Response> {
  const duplicate = await ownDuplicate(portal, letters)
  if (!duplicate) return notMinePage(portal)
  const { election, municipality } = currentOf(letters)[0]!
  const address = { election: election.electionId, duplicate: duplicate.duplicateId }
  const { title, text, open, openLarge, back } = texts[portal.language].made
  return showPage(
    portal,
    { title, caption: election.name, municipality },
    <>
      <p>{text}</p>
      <ButtonGroup>
        <ButtonLink href={paths.duplicatePdf(address)}>{open}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.largeDuplicate(address)}>
          {openLarge}
        </ButtonLink>
      </ButtonGroup>
      <p>
        <a href={paths.myLetter(address)}>{back}</a>
      </p>
    </>,
  )
}

/** Its PDF, for the browser to show and print. */
export function openMade(format: DuplicateFormat) {
  return async (portal: Portal, letters: readonly MyLetter[]): Promise<Response> => {
    const duplicate = await ownDuplicate(portal, letters)
    if (!duplicate) return notMinePage(portal)
    const { election } = currentOf(letters)[0]!
    const { duplicateId } = duplicate
    const opened = await openDuplicate(portal.deps, { election, duplicateId, format, by: 'citizen' })
    if (!opened.ok) return notMinePage(portal)
    return portal.context.body(new Uint8Array(opened.pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="duplicaat.pdf"',
    })
  }
}

/** Looked for among the duplicates of this citizen's own letters: an id of somebody else's is no id. */
async function ownDuplicate(
  { deps, context }: Portal,
  letters: readonly MyLetter[],
): Promise<Duplicate | undefined> {
  const id = context.req.param('duplicate') ?? ''
  if (!validate(id)) return undefined
  const { municipalityId, electionId } = currentOf(letters)[0]!.election
  const [found] = await deps.database.inScope(staffOf(municipalityId), (db) =>
    duplicatesById(db, municipalityId, electionId, [id as DocumentId]),
  )
  return letters.some(({ letter }) => letter.letter_id === found?.letterId) ? found : undefined
}
