import {
  askRun,
  coverageNow,
  isOpen,
  isUnderWay,
  latestRun,
  lettersOfListNumber,
  outdatedSections,
  releasesOf,
  stopRun,
} from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  type FieldErrors,
  Figures,
  Form,
  Inset,
  TextField,
} from '../../platform/http/components/index.ts'
import { currentList } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showLettersPage } from './letters-frame.tsx'
import { RunStatus } from './run-status.tsx'
import { texts } from './texts.nl.ts'

type Facts = Awaited<ReturnType<typeof factsOf>>

/** How the letters stand, and what is to be done: compose, go on, or make again what is out of date. */
export async function showLetters(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const facts = await factsOf(desk)
  const { title, lead, notClosed } = texts.letters
  return showLettersPage(
    desk,
    { title, part: 'letters', errors, ...(status && { status }) },
    <>
      <p class="desk-lead">{lead}</p>
      {facts.coverage ? (
        <Letters desk={desk} facts={facts} errors={errors} />
      ) : (
        <ComesFirst desk={desk} step="list">
          {notClosed}
        </ComesFirst>
      )}
    </>,
  )
}

function factsOf(desk: ElectionDesk) {
  const { election } = desk
  const { municipalityId, electionId } = election
  return inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    const run = await latestRun(db, municipalityId, electionId)
    const [newest] = await releasesOf(db, municipalityId, electionId)
    const isClosed = list?.state === 'closed'
    return {
      run,
      isRequested: isOpen(newest),
      coverage: isClosed ? await coverageNow(db, election, list.listId) : undefined,
      outdated: isClosed ? await outdatedSections(db, election, ['composed']) : [],
    }
  })
}

function Letters({ desk, facts, errors }: { desk: ElectionDesk; facts: Facts; errors: FieldErrors }) {
  const { voters, composed, released, votersWithoutLetter } = facts.coverage!
  const { figures } = texts.letters
  return (
    <>
      <Figures
        figures={[
          { name: figures.voters, value: voters },
          { name: figures.composed, value: composed },
          { name: figures.released, value: released },
          { name: figures.missing, value: votersWithoutLetter },
        ]}
      />
      <RunStatus desk={desk} run={facts.run} />
      <WhatToDo desk={desk} facts={facts} errors={errors} />
      {may(desk, 'voters.read') && composed + released > 0 && <FindLetter desk={desk} errors={errors} />}
    </>
  )
}

function WhatToDo({ desk, facts, errors }: { desk: ElectionDesk; facts: Facts; errors: FieldErrors }) {
  const at = { election: desk.election.code }
  const { run, isRequested, coverage, outdated } = facts
  if (run && isUnderWay(run)) return null
  if (isRequested)
    return (
      <>
        <Inset>{texts.letters.requested}</Inset>
        <ButtonLink href={paths.release(at)}>{texts.letters.toRelease}</ButtonLink>
      </>
    )
  const mayCompose = may(desk, 'letters.compose')
  if (outdated.length > 0)
    return (
      <section>
        <h2>{texts.letters.outdated}</h2>
        <p>{texts.letters.outdatedText(outdated.join(', '))}</p>
        {mayCompose && may(desk, 'letters.withdraw') && (
          <Form csrf={desk.csrf} action={paths.composeLetters(at)}>
            <input type="hidden" name="intrekken" value="ja" />
            <TextField
              name="reason"
              label={texts.letters.reason}
              hint={texts.letters.reasonHint}
              error={errors.reason}
              value={desk.form.text('reason')}
              maxlength={200}
            />
            <Button>{texts.letters.again}</Button>
          </Form>
        )}
      </section>
    )
  const { votersWithoutLetter, composed, released } = coverage!
  if (votersWithoutLetter === 0)
    return composed > 0 ? (
      <>
        <p>{texts.letters.allThere}</p>
        <ButtonLink href={paths.proof(at)}>{texts.letters.toProof}</ButtonLink>
      </>
    ) : (
      <p>{texts.letters.allReleased}</p>
    )
  if (!mayCompose) return null
  const isFirst = composed + released === 0
  return (
    <Form csrf={desk.csrf} action={paths.composeLetters(at)}>
      <p>{texts.letters.composeHint}</p>
      <Button>{isFirst ? texts.letters.compose : texts.letters.composeRest(votersWithoutLetter)}</Button>
    </Form>
  )
}

function FindLetter({ desk, errors }: { desk: ElectionDesk; errors: FieldErrors }) {
  return (
    <section>
      <h2>{texts.letters.find}</h2>
      <Form csrf={desk.csrf} action={paths.findLetter({ election: desk.election.code })}>
        <TextField
          name="number"
          label={texts.letters.listNumber}
          hint={texts.letters.listNumberHint}
          error={errors.number}
          value={desk.form.text('number')}
          inputmode="numeric"
          width={10}
        />
        <Button kind="secondary">{texts.letters.look}</Button>
      </Form>
    </section>
  )
}

/** Asks for composing; of what is out of date with a reason. Asked twice it is one run. */
export async function compose(desk: ElectionDesk) {
  const isAgain = desk.form.has('intrekken')
  const reason = desk.form.text('reason')
  if (isAgain && !reason) return showLetters(desk, { reason: texts.letters.reasonMissing })
  const { election, staff } = desk
  const withdrawReason = isAgain ? reason : undefined
  const asked = await askRun(desk.deps, { election, staff, kind: 'compose', withdrawReason })
  if (!asked.ok && asked.because !== 'already-under-way')
    return showLetters(desk, { stap: texts.asked[asked.because]! }, 409)
  return seeOther(desk, paths.letters({ election: election.code }), 'letters-asked')
}

/** Stops what is under way; nothing under way is just as well. */
export async function stop(desk: ElectionDesk) {
  await stopRun(desk.deps, desk)
  return seeOther(desk, paths.letters({ election: desk.election.code }), 'letters-stopped')
}

/** From the number that was typed to the letter's own address, in which there is no number of a person. */
export async function findLetter(desk: ElectionDesk) {
  const number = desk.form.text('number')
  if (!/^\d{1,7}$/.test(number)) return showLetters(desk, { number: texts.letters.noNumber })
  const { municipalityId, electionId, code } = desk.election
  const [latest] = await inOwnScope(desk, (db) =>
    lettersOfListNumber(db, municipalityId, electionId, Number(number)),
  )
  if (!latest) return showLetters(desk, { number: texts.letters.notFound })
  return seeOther(desk, paths.letter({ election: code, letter: latest.letter_id }))
}
