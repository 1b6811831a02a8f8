import {
  type AwaitedLetter,
  awaitedLetters,
  currentOf,
  firstLetters,
  myLetters,
  type WhereToVote,
} from '../../letters/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { VoterId } from '../../platform/ids.ts'
import { AwaitedNotice } from '../awaited/awaited-notice.tsx'
import { Convocations } from '../convocations/convocations.tsx'
import { comingConvocations, type MyConvocation } from '../convocations/my-convocation.ts'
import { showPage } from '../frame.tsx'
import { type Language, langOf } from '../language.ts'
import { MailLinks } from '../mail/mail-links.tsx'
import { myMailElections } from '../mail/my-election.ts'
import { mySubjects } from '../my-data/my-events-overview.ts'
import { noteOpenedOf } from '../note-opened.ts'
import { paths } from '../paths.ts'
import { inLanguageOf, inOwnScope, type Portal } from '../portal.ts'
import { CorrectedNotice } from './corrected-notice.tsx'
import { texts } from './texts.ts'
import { WhereAndWhen } from './where-and-when.tsx'

/** What this citizen is called for, and every coming election for which they have a letter, or wait for one: the soonest first. */
export async function showElections(portal: Portal) {
  const coming = await findComing(portal)
  for (const { mine, voterId } of coming) {
    const { municipalityId } = mine.election
    await noteOpenedOf(portal, { municipalityId, voterId })
  }
  const municipality = coming[0]?.mine.municipality
  const convocations = await comingConvocations(portal)
  if (coming.length === 0) return showNothing(portal, convocations)
  const here = inLanguageOf(portal, municipality)
  const { language } = here
  const unsent = coming.flatMap(({ awaited }) => (awaited?.because === 'not-sent' ? [awaited] : []))
  const mail = await myMailElections(
    portal,
    unsent.map(({ election }) => election.electionId),
  )
  return showPage(
    here,
    { title: texts[language].title, municipality },
    <>
      <Convocations {...{ convocations, language }} />
      {coming.map((one) => (
        <ComingCard {...{ ...one, language }} />
      ))}
      <MailLinks {...{ mail, language }} />
    </>,
  )
}

interface Coming {
  readonly mine: WhereToVote
  readonly voterId: VoterId
  /** Their letter holds no more, or there was none yet, and the next one is not there. */
  readonly awaited?: AwaitedLetter
  /** There was another letter for the same election before. */
  readonly isCorrected?: boolean
}

function findComing(portal: Portal): Promise<Coming[]> {
  const today = dayInBelgium(portal.deps.clock.now())
  return inOwnScope(portal, async (db) => {
    const all = await myLetters(db, portal.citizen.index)
    const letters = all.filter(({ election }) => election.pollingDay >= today)
    const first = await firstLetters(db, portal.citizen.index, { sent: all, from: today })
    const awaited = [...(await awaitedLetters(db, letters)), ...first]
    const voters = new Set(awaited.map(({ voterId }) => voterId))
    const current = currentOf(letters)
      .map(
        (mine): Coming => ({
          mine,
          voterId: mine.letter.voter_id,
          isCorrected: letters.filter((one) => isOfElection(one, mine)).length > 1,
        }),
      )
      .filter(({ voterId }) => !voters.has(voterId))
    const waiting = awaited.map((one): Coming => ({ mine: one, voterId: one.voterId, awaited: one }))
    return [...current, ...waiting].sort((one, other) =>
      one.mine.election.pollingDay.localeCompare(other.mine.election.pollingDay),
    )
  })
}

const isOfElection = (one: WhereToVote, other: WhereToVote) =>
  one.election.electionId === other.election.electionId

function ComingCard({ mine, awaited, isCorrected, language }: Coming & { language: Language }) {
  const { electionId, name } = mine.election
  return (
    <section class="portal-card">
      <h2 lang={langOf('nl', language)}>{name}</h2>
      {awaited && <AwaitedNotice {...{ awaited, language }} />}
      {isCorrected && <CorrectedNotice language={language} />}
      <WhereAndWhen {...{ mine, language }} />
      <p>
        <a href={paths.election({ election: electionId })}>
          {texts[language].more} <span lang={langOf('nl', language)}>{name}</span>
        </a>
      </p>
    </section>
  )
}

/** Who is on a list that is not closed can already be told when there is a letter. */
async function showNothing(portal: Portal, convocations: readonly MyConvocation[]) {
  const { language } = portal
  const subjects = await inOwnScope(portal, (db) => mySubjects(db, portal.citizen.index))
  const mail = await myMailElections(
    portal,
    subjects.map(({ electionId }) => electionId),
  )
  return showPage(
    portal,
    { title: texts[language].title },
    <>
      <Convocations {...{ convocations, language }} />
      <Nothing language={language} />
      <MailLinks {...{ mail, language }} />
    </>,
  )
}

function Nothing({ language }: { language: Language }) {
  const { title, text, reasons, ask } = texts[language].none
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <ul>
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p>{ask}</p>
    </>
  )
}
