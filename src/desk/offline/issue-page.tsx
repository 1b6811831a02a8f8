import { findIssue, issueDecisions, settleIssue } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Radios,
  SummaryList,
  TextArea,
} from '../../platform/http/components/index.ts'
import { type IssueId, isId } from '../../platform/ids.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { texts as counterTexts } from '../duplicates/texts.nl.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.issue

/** One duplicate that was given without network: what is the matter with it, and what becomes of it. */
export async function showIssue(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, csrf, form } = desk
  const issue = await issueOf(desk)
  if (!issue) return notFoundPage(desk)
  const address = { election: election.code }
  const decisions = words.decisions
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [
        { href: paths.duplicates(address), text: counterTexts.counter.title },
        { href: paths.offline(address), text: texts.page.title },
      ],
    },
    <>
      <SummaryList
        facts={[
          { name: words.what, value: issue.conflicts.map((one) => texts.conflicts[one]).join(' ') },
          { name: words.number, value: issue.listNumber },
          { name: words.device, value: issue.deviceName },
          { name: words.clerk, value: issue.clerk },
          { name: words.when, value: dutchMoment(issue.issuedAt) },
          { name: words.received, value: dutchMoment(issue.receivedAt) },
          { name: words.reason, value: counterTexts.reasons[issue.reason] },
          { name: words.identity, value: counterTexts.identities[issue.identity] },
          { name: words.state, value: words.states[issue.state] },
        ]}
      />
      {issue.state === 'waiting' && (
        <>
          <p>{words.help}</p>
          <Form csrf={csrf}>
            <Radios
              {...{
                name: 'besluit',
                label: words.decision,
                error: errors.besluit,
                value: form.text('besluit'),
              }}
              choices={issueDecisions.map((one) => ({ value: one, label: decisions[one] }))}
            />
            <TextArea
              {...{ name: 'vaststelling', label: words.note, hint: words.noteHint, maxlength: 500, rows: 3 }}
              value={form.text('vaststelling')}
              error={errors.vaststelling}
            />
            <Button>{words.button}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

function issueOf(desk: ElectionDesk) {
  const { municipalityId, electionId } = desk.election
  const issueId = desk.context.req.param('issue') ?? ''
  if (!isId(issueId)) return undefined
  return inOwnScope(desk, (db) => findIssue(db, municipalityId, electionId, issueId as IssueId))
}

export async function submitIssue(desk: ElectionDesk) {
  const { deps, election, form, staff, context } = desk
  const decision = issueDecisions.find((one) => one === form.text('besluit'))
  if (!decision) return showIssue(desk, { besluit: words.decisionMissing })
  const facts = { election, issueId: context.req.param('issue') ?? '', note: form.text('vaststelling') }
  const settled = await settleIssue(deps, { ...facts, decision, by: staff.staffId })
  if (settled.ok) return seeOther(desk, paths.offline({ election: election.code }), 'issue-settled')
  return showIssue(desk, { vaststelling: texts.settleRefusals[settled.because] })
}
