import {
  Button,
  Checkboxes,
  countText,
  type FieldErrors,
  Form,
  Inset,
  Warning,
} from '../../platform/http/components/index.ts'
import { closeList, currentList } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const said = texts.close

/** What closing means, and that it can't be taken back. */
export async function showClose(desk: ElectionDesk) {
  return closePage(desk)
}

function listInUse({ election, ...desk }: ElectionDesk) {
  const { municipalityId, electionId } = election
  return inOwnScope(desk, (db) => currentList(db, municipalityId, electionId))
}

async function closePage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const list = await listInUse(desk)
  if (list?.state !== 'accepted')
    return showVotersPage(
      desk,
      { title: said.title, ...(desk.context.req.method === 'POST' && { status: 409 }) },
      <Inset>{list?.state === 'closed' ? said.already : said.notYet}</Inset>,
    )
  const voters = countText(list.voterCount)
  return showVotersPage(
    desk,
    { title: said.title, errors },
    <>
      <p class="desk-lead">{said.lead(voters)}</p>
      <h2>{said.means}</h2>
      <ul>
        {said.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Warning>{said.undo}</Warning>
      <Form csrf={desk.csrf}>
        <input type="hidden" name="lijst" value={list.listId} />
        <Checkboxes
          name="zeker"
          label={said.title}
          choices={[{ value: 'ja', label: said.confirm(voters) }]}
          values={desk.form.all('zeker')}
          error={errors.zeker}
        />
        <Button kind="warning">{said.button}</Button>
      </Form>
    </>,
  )
}

/** Closes the list that was shown, and no other that was accepted meanwhile. */
export async function close(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  if (form.text('zeker') !== 'ja') return closePage(desk, { zeker: said.confirmMissing })
  const list = await listInUse(desk)
  if (list && list.listId !== form.text('lijst')) return closePage(desk, { zeker: texts.accept.changed })
  const closed = await closeList(deps, { election, by: staff.staffId })
  if (!closed.ok) return closePage(desk, { zeker: said.refused[closed.because] ?? closed.because })
  return seeOther(desk, paths.voters({ election: election.code }), 'voters-closed')
}
