import type { Child } from 'hono/jsx'
import { Button, type FieldErrors, Form } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts as overviewTexts } from './overview-texts.nl.ts'
import { texts } from './texts.nl.ts'

interface Props {
  readonly title: string
  readonly errors?: FieldErrors
  readonly status?: 200 | 404 | 409 | 422
}

/** A page of the corrections, with the way back to their overview. */
export function showCorrectionsPage(desk: ElectionDesk, props: Props, body: Child) {
  const { code, name } = desk.election
  const overview = { href: paths.corrections({ election: code }), text: overviewTexts.title }
  const above = { href: paths.election({ election: code }), text: name }
  const isOverview = desk.context.req.path === overview.href
  return showPage(desk, { ...props, caption: name, trail: isOverview ? [above] : [above, overview] }, body)
}

/** The voter is not on the list, or nobody was chosen: where to look. */
export function showNobody(desk: ElectionDesk, title: string) {
  const isAsked = desk.form.has('kiezer')
  return showCorrectionsPage(
    desk,
    { title, status: isAsked ? 404 : 200 },
    <p>
      {texts.nobody} <a href={paths.voterSearch({ election: desk.election.code })}>{texts.toSearch}</a>
    </p>,
  )
}

/** Back to the voter without having done anything. */
export function BackToVoter({ desk }: { desk: ElectionDesk }) {
  return (
    <Form csrf={desk.csrf} action={paths.voter({ election: desk.election.code })}>
      <input type="hidden" name="kiezer" value={desk.form.text('kiezer')} />
      <input type="hidden" name="reden" value={desk.form.text('reden')} />
      <Button kind="secondary">{texts.toVoter}</Button>
    </Form>
  )
}
