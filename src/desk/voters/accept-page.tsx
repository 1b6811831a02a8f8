import {
  Button,
  Checkboxes,
  countText,
  type FieldErrors,
  Form,
  Warning,
} from '../../platform/http/components/index.ts'
import { acceptList, listsOf } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const said = texts.accept

/** What accepting means, before it is done. */
export async function showAccept(desk: ElectionDesk) {
  return acceptPage(desk)
}

async function importedList({ election, ...desk }: ElectionDesk) {
  const { municipalityId, electionId } = election
  const lists = await inOwnScope(desk, (db) => listsOf(db, municipalityId, electionId))
  return lists.find(({ state }) => state === 'imported')
}

async function acceptPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const election = desk.election.code
  const list = await importedList(desk)
  if (!list)
    return showVotersPage(
      desk,
      { title: said.title },
      <ComesFirst desk={desk} step="list">
        {said.refused['nothing-to-accept']}
      </ComesFirst>,
    )
  const warnings = Object.values(list.warningCounts).reduce((sum, count) => sum + count, 0)
  return showVotersPage(
    desk,
    { title: said.title, errors },
    <>
      <p class="desk-lead">{said.lead(countText(list.voterCount), list.sourceName)}</p>
      <h2>{said.means}</h2>
      <ul>
        {said.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <p class="desk-text">{said.undo}</p>
      {warnings > 0 && (
        <Warning>
          {said.warnings(warnings)} <a href={paths.votersReport({ election })}>{texts.next.report}</a>
        </Warning>
      )}
      <Form csrf={desk.csrf}>
        <input type="hidden" name="lijst" value={list.listId} />
        <Checkboxes
          name="gelezen"
          label={said.title}
          choices={[{ value: 'ja', label: said.read }]}
          values={desk.form.all('gelezen')}
          error={errors.gelezen}
        />
        <Button>{said.button}</Button>
      </Form>
    </>,
  )
}

/** Accepts the list that was shown, and no other that came in meanwhile. */
export async function accept(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  if (form.text('gelezen') !== 'ja') return acceptPage(desk, { gelezen: said.readMissing })
  const list = await importedList(desk)
  if (list && list.listId !== form.text('lijst')) return acceptPage(desk, { gelezen: said.changed })
  const accepted = await acceptList(deps, { election, by: staff.staffId })
  if (!accepted.ok) return acceptPage(desk, { gelezen: said.refused[accepted.because] ?? accepted.because })
  return seeOther(desk, paths.voters({ election: election.code }), 'voters-accepted')
}
