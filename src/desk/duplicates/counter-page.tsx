import {
  Button,
  ButtonLink,
  type FieldErrors,
  Form,
  Inset,
  TextField,
} from '../../platform/http/components/index.ts'
import { type Found, findVoters } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { texts as offlineTexts } from '../offline/texts.nl.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { counterBounds } from './counter-bounds.ts'
import { HitList } from './hit-list.tsx'
import { RunningCount } from './running-count.tsx'
import { texts } from './texts.nl.ts'
import { typedQuestion } from './typed-question.ts'
import { showVoter } from './voter-page.tsx'

/** Where the counter starts for each person: one box to search in, until when it may, how many went out. */
export async function showCounter(desk: ElectionDesk) {
  // Who was logged out while giving a duplicate comes back to the voter, with what they had chosen.
  if (desk.isFormKept && desk.form.has('kiezer')) return showVoter(desk)
  return page(desk, {})
}

export async function searchVoters(desk: ElectionDesk) {
  const { deps, election, form } = desk
  const question = typedQuestion(form.text('zoek'))
  const found = await findVoters(deps, {
    ...{ election, question, by: desk.staff.staffId, reason: texts.lookUpReason },
  })
  return found.ok
    ? page(desk, { found })
    : page(desk, { errors: { zoek: texts.search.because[found.because] } })
}

async function page(desk: ElectionDesk, { found, errors = {} }: { found?: Found; errors?: FieldErrors }) {
  const { election, form, csrf, deps } = desk
  const bounds = counterBounds(election, deps.clock.now())
  const { counter, search } = texts
  const address = { election: election.code }
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
      <Form csrf={csrf} action={paths.duplicates(address)}>
        <TextField
          {...{ name: 'zoek', type: 'search', label: search.label, hint: search.hint, error: errors.zoek }}
          value={form.text('zoek')}
        />
        <Button>{search.button}</Button>
      </Form>
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
