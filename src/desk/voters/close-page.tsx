import { electionCalendar } from '../../elections/index.ts'
import { counted } from '../../platform/counted.ts'
import { dayInBelgium, longDate, startOfDay } from '../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  countText,
  type FieldErrors,
  Form,
  Inset,
  Warning,
} from '../../platform/http/components/index.ts'
import { closeList, listsOf, type VotersList } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const said = texts.close

/** What closing means, and that it can't be taken back. */
export async function showClose(desk: ElectionDesk) {
  return closePage(desk)
}

/** The list that would be closed, and one that came in after it and waits to be accepted. */
async function listsNow({ election, ...desk }: ElectionDesk) {
  const { municipalityId, electionId } = election
  const lists = await inOwnScope(desk, (db) => listsOf(db, municipalityId, electionId))
  const newer = lists.find(({ state }) => state === 'imported')
  return { list: lists.find(({ state }) => state !== 'imported') ?? newer, newer }
}

async function closePage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { list, newer } = await listsNow(desk)
  if (list?.state !== 'accepted')
    return showVotersPage(
      desk,
      { title: said.title, ...(desk.context.req.method === 'POST' && { status: 409 }) },
      list?.state === 'closed' ? (
        <Inset>{said.already}</Inset>
      ) : (
        <ComesFirst desk={desk} step="list">
          {said.notYet}
        </ComesFirst>
      ),
    )
  const voters = countText(list.voterCount)
  return showVotersPage(
    desk,
    { title: said.title, errors },
    <>
      {newer && <NewerWaits desk={desk} newer={newer} />}
      <TooEarly desk={desk} />
      <p class="desk-lead">{said.lead(voters, list.sourceName)}</p>
      <h2>{said.means}</h2>
      <ul>
        {said.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Warning>{said.undo}</Warning>
      <Form csrf={desk.csrf}>
        <input type="hidden" name="lijst" value={list.listId} />
        <input type="hidden" name="nieuwere" value={newer?.listId ?? ''} />
        <Checkboxes
          name="zeker"
          label={said.title}
          choices={[{ value: 'ja', label: newer ? said.confirmOlder(voters) : said.confirm(voters) }]}
          values={desk.form.all('zeker')}
          error={errors.zeker}
        />
        <Button kind="warning">{said.button}</Button>
      </Form>
    </>,
  )
}

const aDay = 24 * 60 * 60_000

/** Before the day on which the law fixes the list: how long it still is. */
function TooEarly({ desk: { election, deps } }: { desk: ElectionDesk }) {
  const fixed = electionCalendar(election).find(({ milestone }) => milestone === 'list-fixed')
  const today = startOfDay(dayInBelgium(deps.clock.now()))
  const days = fixed ? Math.round((startOfDay(fixed.date).getTime() - today.getTime()) / aDay) : 0
  if (!fixed || days <= 0) return null
  return <Warning>{said.early(longDate(fixed.date, 'nl'), counted(days, 'dag', 'dagen'))}</Warning>
}

/** A closed list takes no other: whoever closes this one while a newer one is there is told so first. */
function NewerWaits({ desk, newer }: { desk: ElectionDesk; newer: VotersList }) {
  const at = { election: desk.election.code }
  const { sourceName, importedAt, voterCount } = newer
  return (
    <>
      <Warning>{said.newer(sourceName, momentText(importedAt), countText(voterCount))}</Warning>
      {may(desk, 'voters.accept') ? (
        <ButtonLink href={paths.votersAccept(at)}>{said.toNewer}</ButtonLink>
      ) : (
        <p>{said.newerByOthers}</p>
      )}
      <p>
        <a href={paths.votersDifference(at)}>{said.toDifference}</a>
      </p>
    </>
  )
}

/** Closes the list that was shown, and no other that was accepted meanwhile; nor over a newer one that nobody was told of. */
export async function close(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  if (form.text('zeker') !== 'ja') return closePage(desk, { zeker: said.confirmMissing })
  const { list, newer } = await listsNow(desk)
  if (newer && newer.listId !== form.text('nieuwere')) return closePage(desk, { zeker: said.newerCame })
  if (list && list.listId !== form.text('lijst')) return closePage(desk, { zeker: texts.accept.changed })
  const closed = await closeList(deps, { election, by: staff.staffId })
  if (!closed.ok) return closePage(desk, { zeker: said.refused[closed.because] ?? closed.because })
  return seeOther(desk, paths.voters({ election: election.code }), 'voters-closed')
}
