import { roleNames, type WithdrawalStep } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type FieldErrors,
  Form,
  SummaryList,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { trailOf } from './absences-page.tsx'
import { shownOf } from './bureau-absences-page.tsx'
import { HowAndWhen } from './sent-files.tsx'
import { texts } from './texts.nl.ts'
import { WithdrawalState } from './withdrawals-part.tsx'

const words = texts.withdrawal

export interface FoundStep {
  readonly shown: NonNullable<Awaited<ReturnType<typeof shownOf>>>
  readonly step: WithdrawalStep
}

/** Who has to hear of whom, as the address says. */
export async function stepInAddress(desk: ElectionDesk): Promise<FoundStep | undefined> {
  const shown = await shownOf(desk)
  const { assignment, addressee } = desk.context.req.param() as Record<string, string>
  const step = shown?.withdrawals.find(
    (one) => one.member.assignmentId === assignment && one.addressee === addressee,
  )
  return shown && step && { shown, step }
}

export const addressOf = ({ election }: ElectionDesk, { shown, step }: FoundStep) => ({
  ...{ election: election.code, number: shown.bureau.number },
  ...{ assignment: step.member.assignmentId, addressee: step.addressee },
})

/** One letter that takes a report back: made, taken along, and noted as sent. */
export async function showWithdrawal(desk: ElectionDesk, errors: FieldErrors = {}) {
  const found = await stepInAddress(desk)
  if (!found) return notFoundPage(desk)
  const { election } = desk
  const { bureau } = found.shown
  const of = { election: election.code, number: bureau.number }
  const trail = [
    ...trailOf(election),
    { href: paths.absences({ election: election.code }), text: texts.list.title },
    { href: paths.absencesOfBureau(of), text: bureauName(bureau) },
  ]
  const { member, addressee, letter } = found.step
  return showPage(
    desk,
    { title: words.page, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{words.pageLead(texts.addressees[addressee])}</p>
      <SummaryList
        facts={[
          { name: words.columns.who, value: member.name },
          { name: words.columns.role, value: roleNames[member.role] },
          { name: words.columns.to, value: texts.addressees[addressee] },
          { name: words.columns.state, value: <WithdrawalState {...found.step} /> },
          ...(letter ? [{ name: words.madeAt, value: momentText(letter.madeAt, 'nl') }] : []),
          ...(letter?.means ? [{ name: words.how, value: texts.sending.means[letter.means] }] : []),
          ...(letter?.sentOn
            ? [{ name: words.digest, value: <code>{letter.pdfSha256.toString('hex')}</code> }]
            : []),
        ]}
      />
      {letter && (
        <ButtonGroup>
          <ButtonLink kind="secondary" href={paths.withdrawalPdf(addressOf(desk, found))}>
            {words.pdf}
          </ButtonLink>
        </ButtonGroup>
      )}
      {may(desk, 'bureaus.manage') && !letter?.sentOn && <Deeds {...{ desk, found, errors }} />}
    </>,
  )
}

function Deeds({ desk, found, errors }: { desk: ElectionDesk; found: FoundStep; errors: FieldErrors }) {
  const { letter } = found.step
  const address = addressOf(desk, found)
  return (
    <>
      <Form id="brief" csrf={desk.csrf} action={paths.withdrawal(address)}>
        <Button kind={letter ? 'secondary' : 'primary'}>{letter ? words.again : words.make}</Button>
      </Form>
      {letter && (
        <>
          <h2>{texts.sending.note}</h2>
          <p>{words.noteLead}</p>
          <Form id="verzending" csrf={desk.csrf} action={paths.sendWithdrawal(address)}>
            <input type="hidden" name="brief" value={letter.pdfSha256.toString('hex')} />
            <HowAndWhen {...{ desk, errors, isTyped: desk.form.has('brief') }} />
            <Button>{texts.sending.button}</Button>
          </Form>
        </>
      )}
    </>
  )
}
