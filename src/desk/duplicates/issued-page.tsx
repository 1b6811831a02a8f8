import { validate } from 'uuid'
import { type Duplicate, duplicateFormats, duplicatesById, openDuplicate } from '../../letters/index.ts'
import { Button, ButtonGroup, ButtonLink, DonePanel, Form } from '../../platform/http/components/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showPage } from '../show-page.tsx'
import { RunningCount } from './running-count.tsx'
import { texts } from './texts.nl.ts'

/** A duplicate that was given: what to do with it now. Its address holds no person. */
export async function showIssued(desk: ElectionDesk) {
  const duplicate = await issuedDuplicate(desk)
  return duplicate ? page(desk, duplicate) : notFoundPage(desk)
}

/** The PDF, for the browser to show and print. */
export async function openIssued(desk: ElectionDesk) {
  const { election, deps, form, staff, context } = desk
  const duplicate = await issuedDuplicate(desk)
  if (!duplicate) return notFoundPage(desk)
  const format = duplicateFormats.find((one) => one === form.text('vorm')) ?? 'pdf'
  const { duplicateId } = duplicate
  const opened = await openDuplicate(deps, { election, duplicateId, format, by: staff.staffId })
  if (!opened.ok) return page(desk, duplicate, texts.issued.because[opened.because])
  return context.body(new Uint8Array(opened.pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="duplicaat.pdf"',
  })
}

async function issuedDuplicate(desk: ElectionDesk): Promise<Duplicate | undefined> {
  const { municipalityId, electionId } = desk.election
  const id = desk.context.req.param('duplicate') ?? ''
  if (!validate(id)) return undefined
  const ids = [id as DocumentId]
  const [found] = await inOwnScope(desk, (db) => duplicatesById(db, municipalityId, electionId, ids))
  return found
}

function page(desk: ElectionDesk, { channel, number, duplicateId }: Duplicate, refusal?: string) {
  const { election, csrf } = desk
  const { title, panel, steps, next, open, openLarge, openHint } = texts.issued
  const address = { election: election.code, duplicate: duplicateId }
  return showPage(
    desk,
    { title: title[channel], ownHeading: true, errors: refusal ? { inhoud: refusal } : {} },
    <>
      <DonePanel title={title[channel]}>{panel(number)}</DonePanel>
      {channel === 'print' && (
        <Form csrf={csrf} action={paths.issuedDuplicate(address)} newWindow>
          <ButtonGroup>
            <Button name="vorm" value="pdf">
              {open}
            </Button>
            <Button kind="secondary" name="vorm" value="large-print">
              {openLarge}
            </Button>
          </ButtonGroup>
          <p>{openHint}</p>
        </Form>
      )}
      <ul>
        {steps[channel].map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      <ButtonLink kind="secondary" href={paths.duplicates({ election: election.code })}>
        {next}
      </ButtonLink>
      <RunningCount desk={desk} />
    </>,
  )
}
