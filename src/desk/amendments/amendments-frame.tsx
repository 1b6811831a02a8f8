import type { Child } from 'hono/jsx'
import { Button, ButtonGroup, ButtonLink, Form } from '../../platform/http/components/index.ts'
import { texts as corrections } from '../corrections/overview-texts.nl.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

type PageProps = Parameters<typeof showPage>[1]

/** A page of amendments by file, with the way back to the corrections. */
export function showAmendmentsPage(desk: ElectionDesk, props: PageProps, body: Child) {
  const { code, name } = desk.election
  const trail = [
    { href: paths.election({ election: code }), text: name },
    { href: paths.corrections({ election: code }), text: corrections.title },
  ]
  const top = { href: paths.amendByFile({ election: code }), text: texts.title }
  const isTop = desk.context.req.path === top.href
  return showPage(desk, { caption: name, ...props, trail: isTop ? trail : [...trail, top] }, body)
}

/** After something ended without a report: once more, or another file. */
export function OnceMore({ desk }: { desk: ElectionDesk }) {
  const at = { election: desk.election.code }
  return (
    <ButtonGroup>
      <Form csrf={desk.csrf} action={paths.amendmentsAgain(at)}>
        <Button>{texts.ended.again}</Button>
      </Form>
      <ButtonLink kind="secondary" href={paths.amendByFile(at)}>
        {texts.ended.other}
      </ButtonLink>
    </ButtonGroup>
  )
}
