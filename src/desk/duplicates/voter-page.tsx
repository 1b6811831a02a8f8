import type { Child } from 'hono/jsx'
import { validate } from 'uuid'
import { getSections, type Section } from '../../elections/index.ts'
import {
  type Duplicate,
  duplicatesOf,
  type LetterRow,
  lettersOfListNumber,
  may,
  outdatedSections,
  saysOtherRoom,
} from '../../letters/index.ts'
import { type FieldErrors, Inset, SummaryList, Warning } from '../../platform/http/components/index.ts'
import type { VoterId } from '../../platform/ids.ts'
import { openVoter, type VoterFact } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showPage } from '../show-page.tsx'
import { type CounterBounds, counterBounds } from './counter-bounds.ts'
import { DuplicateForm } from './duplicate-form.tsx'
import { addressOf, birthDateOf, nameOf } from './hit-list.tsx'
import { IssuedBefore } from './issued-before.tsx'
import { type Meanwhile, MeanwhilePart } from './meanwhile.tsx'
import { texts } from './texts.nl.ts'

/** One voter at the counter: who, where they vote, how their letter stands, and what can be given. */
export async function showVoter(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, form, deps, staff } = desk
  const voterId = form.text('kiezer') as VoterId
  if (!validate(voterId)) return notFoundPage(desk)
  const facts = { election, voterId, by: staff.staffId, reason: texts.lookUpReason }
  const opened = await openVoter(deps, facts)
  if (!opened.ok) return notFoundPage(desk)
  const { voter } = opened
  const { letters, duplicates, section, isOutdated, isOtherRoom } = await letterOf(desk, voter)
  const isCurrent = letters.some(isGiven)
  const bounds = counterBounds(election, deps.clock.now())
  const why = whyNot(voter, letters[0], isCurrent, bounds)
  const meanwhile = bounds.isOver || voter.state === 'struck' ? undefined : meanwhileOf(letters, isOtherRoom)
  return showPage(
    desk,
    {
      // The name stands in no title: a browser remembers those.
      ...{ title: texts.voter.title, ownHeading: true, errors },
      trail: [{ href: paths.duplicates({ election: election.code }), text: texts.counter.title }],
    },
    <>
      <h1>
        <span class="desk-caption">{texts.voter.caption(voter.listNumber)}</span>
        {nameOf(voter)}
      </h1>
      <SummaryList facts={factsOf(voter, section, letters)} />
      {isOutdated && isCurrent && !isOtherRoom && <Warning>{texts.voter.outdated}</Warning>}
      <IssuedBefore duplicates={duplicates} />
      {meanwhile && section ? (
        <MeanwhilePart {...{ desk, section, why: meanwhile }} />
      ) : why ? (
        <Inset>{why}</Inset>
      ) : (
        <DuplicateForm desk={desk} voterId={voterId} errors={errors} />
      )}
    </>,
  )
}

function isGiven({ state }: LetterRow): boolean {
  return (may.duplicate as readonly string[]).includes(state)
}

/** How far the letter is that comes instead of one the voter had; nothing where theirs holds, or they never had one. */
function meanwhileOf(letters: readonly LetterRow[], isOtherRoom: boolean): Meanwhile | undefined {
  if (letters.some(isGiven)) return isOtherRoom ? 'other-room' : undefined
  const [latest, ...before] = letters
  if (latest?.state === 'withdrawn' && latest.release_id !== null) return 'to-make'
  const hadOne = before.some(({ release_id: release }) => release !== null)
  return latest?.state === 'composed' && hadOne ? 'to-release' : undefined
}

function letterOf(desk: ElectionDesk, { listNumber, section }: VoterFact) {
  const { municipalityId, electionId } = desk.election
  return inOwnScope(desk, async (db) => {
    const letters = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
    const ids = letters.map((letter) => letter.letter_id)
    const duplicates: Duplicate[] = await duplicatesOf(db, municipalityId, electionId, ids)
    const sections = await getSections(db, municipalityId, electionId)
    const current = letters.find(isGiven)
    const outdated = await outdatedSections(db, desk.election, ['released'])
    return {
      ...{ letters, duplicates, isOutdated: outdated.includes(section) },
      isOtherRoom: current !== undefined && (await saysOtherRoom(db, desk.election, current)),
      section: sections.find((one) => one.section === section),
    }
  })
}

function factsOf(voter: VoterFact, section: Section | undefined, letters: readonly LetterRow[]) {
  const {
    birthDate,
    address,
    section: sectionText,
    room,
    letter,
    letterStates,
    noRoom,
    earlier,
  } = texts.voter
  const current = letters.find(isGiven)
  const state = current ? 'released' : letters[0]?.state
  const noLonger = letters.filter((one) => one !== current && one.release_id !== null)
  return [
    { name: birthDate, value: birthDateOf(voter) },
    { name: address, value: addressOf(voter) },
    { name: sectionText, value: voter.section },
    { name: room, value: section ? `${section.place.name}, ${section.room}` : noRoom },
    { name: letter, value: letterStates[state ?? 'none'] },
    ...(noLonger.length > 0 ? [{ name: earlier.title, value: noLonger.map(earlier.line).join(' ') }] : []),
  ]
}

/** Why there is nothing to give, in words; nothing when there is. */
function whyNot(
  voter: VoterFact,
  latest: LetterRow | undefined,
  isCurrent: boolean,
  bounds: CounterBounds,
): Child | undefined {
  const { because } = texts.issue
  if (bounds.isOver) return because['too-late'](bounds)
  if (voter.state === 'struck') return texts.voter.struck
  if (isCurrent) return undefined
  if (!latest) return because['no-such-letter'](bounds)
  return latest.state === 'composed' ? because['not-released'](bounds) : because['not-current'](bounds)
}
