import { letterInCode, lettersById } from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  type FieldErrors,
  Form,
  Inset,
  TextField,
} from '../../platform/http/components/index.ts'
import { type Found, findVoters, type Question } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { hasVotersList } from '../has-list.ts'
import { texts as offlineTexts } from '../offline/texts.nl.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { counterBounds } from './counter-bounds.ts'
import { HitList } from './hit-list.tsx'
import { RunningCount } from './running-count.tsx'
import { texts } from './texts.nl.ts'
import { isCode, longestTyped, typedQuestion } from './typed-question.ts'
import { showVoter } from './voter-page.tsx'

/** Where the counter starts for each person: one box to search in, until when it may, how many went out. */
export async function showCounter(desk: ElectionDesk) {
  // Who was logged out while giving a duplicate comes back to the voter, with what they had chosen.
  if (desk.isFormKept && desk.form.has('kiezer')) return showVoter(desk)
  return page(desk, {})
}

export async function searchVoters(desk: ElectionDesk) {
  const { deps, election, form } = desk
  const typed = form.text('zoek')
  const question = isCode(typed) ? await letterScanned(desk, typed) : typedQuestion(typed)
  if (!question) return page(desk, { errors: { zoek: texts.search.notOurCode } })
  const found = await findVoters(deps, {
    ...{ election, question, by: desk.staff.staffId, reason: texts.lookUpReason },
  })
  return found.ok
    ? page(desk, { found })
    : page(desk, { errors: { zoek: texts.search.because[found.because] } })
}

/** A scanner that types the QR code of a letter asks for the voter whose letter it is, an earlier version too. */
async function letterScanned(desk: ElectionDesk, code: string): Promise<Question | undefined> {
  const letterId = letterInCode(code, desk.deps.keySet)
  if (!letterId) return undefined
  const { municipalityId, electionId } = desk.election
  const [letter] = await inOwnScope(desk, (db) => lettersById(db, municipalityId, electionId, [letterId]))
  return letter && { listNumber: letter.list_number }
}

async function page(desk: ElectionDesk, { found, errors = {} }: { found?: Found; errors?: FieldErrors }) {
  const { election, form, csrf, deps } = desk
  const bounds = counterBounds(election, deps.clock.now())
  const { counter, search } = texts
  const address = { election: election.code }
  const hasList = await hasVotersList(desk)
  return showPage(
    desk,
    { title: counter.title, caption: election.name, errors },
    <>
      {bounds.isOver ? (
        <Inset>{counter.over(bounds)}</Inset>
      ) : (
        <p class="desk-lead">{counter.until(bounds)}</p>
      )}
      {bounds.isUnverified && <p>{counter.unverified}</p>}
      {hasList ? (
        <Form csrf={csrf} action={paths.duplicates(address)}>
          <TextField
            {...{ name: 'zoek', type: 'search', label: search.label, hint: search.hint, error: errors.zoek }}
            {...{ value: form.text('zoek'), maxlength: longestTyped }}
          />
          <Button>{search.button}</Button>
        </Form>
      ) : (
        <ComesFirst desk={desk} step="list">
          {search.because['no-list']}
        </ComesFirst>
      )}
      {found && <HitList found={found} desk={desk} />}
      <RunningCount desk={desk} />
      <h2>{counter.emergency}</h2>
      <p>{counter.emergencyText}</p>
      <ButtonLink kind="secondary" href={paths.emergencyList(address)}>
        {counter.emergencyLink}
      </ButtonLink>
      <p>{offlineTexts.linkText}</p>
      <ButtonLink kind="secondary" href={paths.offline(address)}>
        {offlineTexts.link}
      </ButtonLink>
    </>,
  )
}
