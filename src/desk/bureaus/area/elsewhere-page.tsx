import { electionsOfArea } from '../../../bureaus/index.ts'
import { Button, Form } from '../../../platform/http/components/index.ts'
import { ownAddress } from '../../../platform/http/same-origin.ts'
import type { Desk, ElectionDesk } from '../../desk.ts'
import { deskRoot, paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { texts } from './texts.nl.ts'

/**
 * A page that the municipality in which somebody of a court or main bureau works now does not have. Where another one of the area has an
 * election of that code, the way there stands on the page: a kept address is found again. With an election of that code here as well
 * nobody looks whether the page is there: it says only that it may be. To go there is another session, and so a form.
 */
export async function elsewherePage(desk: Desk | ElectionDesk, authority: string, code: string) {
  const { context, deps, session, csrf } = desk
  const granted = await electionsOfArea(deps, authority)
  const there = granted.filter(
    ({ election, municipality }) =>
      election.code === code && municipality.municipalityId !== session.municipalityId,
  )
  const address = ownAddress(context.req.path, deskRoot)
  if (there.length === 0 || context.req.method !== 'GET' || !address) return notFoundPage(desk)
  const words = 'election' in desk ? texts.maybeElsewhere : texts.elsewhere
  return showPage(
    desk,
    { title: words.title, status: 404 },
    <>
      <p>{words.text}</p>
      {there.map(({ municipality }) => (
        <Form csrf={csrf} action={paths.otherMunicipality()}>
          <input type="hidden" name="gemeente" value={municipality.slug} />
          <input type="hidden" name="naar" value={address} />
          <Button>{texts.elsewhere.go(municipality.name)}</Button>
        </Form>
      ))}
    </>,
  )
}
