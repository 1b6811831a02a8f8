import {
  type AssignmentRefusal,
  askForMore,
  exemptionOf,
  lastAuthority,
  noteComplete,
  type ShownExcuse,
  showExcuse,
} from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { type Fact, type FieldErrors, SummaryList } from '../../../platform/http/components/index.ts'
import { type ExcuseId, isId } from '../../../platform/ids.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { Deciding, DecisionLetter, Looking } from './case-forms.tsx'
import { LetIn, namedReaders } from './let-in.tsx'
import { seatText, stateText } from './list-page.tsx'
import { Papers } from './papers.tsx'
import { ServedBeforeFacts } from './served-before.tsx'
import { successorFact } from './successor-fact.tsx'
import { texts } from './texts.nl.ts'

export interface CaseProps {
  readonly desk: ElectionDesk
  readonly shown: ShownExcuse
  readonly errors: FieldErrors
}

/** One request: who, why, in time or not. What is in the documents only who decides gets to see. */
export async function showCase(desk: ElectionDesk, errors: FieldErrors = {}) {
  const shown = await caseOfAddress(desk)
  if (!shown) return notFoundPage(desk)
  const props = { desk, shown, errors }
  const decides = !shown.outcome && may(desk, 'bureaus.decide')
  const authority = decides ? await lastNamed(desk) : undefined
  const readers = may(desk, 'bureaus.decide') ? await namedReaders(desk, shown.excuseId) : undefined
  const letIn = paths.letReaderIn({ election: desk.election.code, excuse: shown.excuseId })
  const { assignmentId, askedAt } = shown
  const known =
    shown.request.ground === 'TWICE_SERVED'
      ? await inOwnScope(desk, (db) =>
          exemptionOf(db, desk.deps.vault, { election: desk.election, assignmentId, askedAt }),
        )
      : undefined
  const trail = [{ href: paths.excuses({ election: desk.election.code }), text: texts.list.title }]
  return showPage(
    desk,
    { title: shown.name, caption: desk.election.name, trail, errors },
    <>
      <Facts {...{ desk, shown, askedBy: await nameOf(desk, shown.moreAskedBy) }} />
      {known && <ServedBeforeFacts known={known} />}
      <Papers {...props} />
      {!shown.outcome && may(desk, 'bureaus.manage') && <Looking {...props} />}
      {decides && <Deciding {...{ ...props, authority }} />}
      {shown.isWithoutLetter && may(desk, 'bureaus.manage') && (
        <DecisionLetter {...{ ...props, authority: await lastNamed(desk) }} />
      )}
      {readers && shown.papers.length > 0 && (
        <LetIn {...{ desk, readers, errors, action: letIn, ofOneCase: true }} />
      )}
    </>,
  )
}

/** Whoever asked for more, by name. */
async function nameOf({ deps, election }: ElectionDesk, by: string | null): Promise<string | undefined> {
  if (!by) return undefined
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  return people.find(({ staffId }) => staffId === by)?.name ?? actorName(by)
}

function lastNamed(desk: ElectionDesk): Promise<string | undefined> {
  return inOwnScope(desk, (db) => lastAuthority(db, desk.election))
}

/** Once it is decided, nobody but who decides has a reason to read what the person told. */
function Facts({
  desk,
  shown,
  askedBy,
}: Pick<CaseProps, 'desk' | 'shown'> & { askedBy?: string | undefined }) {
  const { facts } = texts.case
  const { request, inTime, isAfter, channel, askedAt, outcome, outcomeReason } = shown
  const readsText = !outcome || may(desk, 'bureaus.decide')
  return (
    <SummaryList
      facts={[
        { name: facts.seat, value: seatText(shown) },
        { name: facts.state, value: stateText(shown) },
        { name: facts.ground, value: texts.grounds[request.ground] },
        ...(readsText ? [{ name: facts.text, value: request.text }] : []),
        { name: facts.asked, value: `${momentText(askedAt, 'nl')}, ${texts.channels[channel]}` },
        {
          name: facts.inTime,
          value: isAfter ? texts.case.after : inTime ? texts.list.inTime : texts.case.late,
        },
        ...moreFacts(shown, askedBy),
        ...(outcomeReason ? [{ name: facts.reason, value: outcomeReason }] : []),
        ...(shown.successor ? [successorFact(desk, shown.successor)] : []),
      ]}
    />
  )
}

/** What more was asked, when and by whom, and whether something came in since. */
function moreFacts(
  { moreAsked, moreAskedAt, moreAddedAt }: CaseProps['shown'],
  askedBy: string | undefined,
): Fact[] {
  const { facts } = texts.case
  if (!moreAsked) return []
  return [
    { name: facts.more, value: moreAsked },
    ...(moreAskedAt
      ? [{ name: facts.moreAsked, value: facts.by(momentText(moreAskedAt, 'nl'), askedBy) }]
      : []),
    ...(moreAddedAt ? [{ name: facts.moreAdded, value: momentText(moreAddedAt, 'nl') }] : []),
  ]
}

/** The request that the address names, with a trace that this person looked. */
export async function caseOfAddress(desk: ElectionDesk): Promise<ShownExcuse | undefined> {
  const asked = desk.context.req.param('excuse') ?? ''
  if (!isId(asked)) return undefined
  const { election, staff } = desk
  return showExcuse(desk.deps, { election, excuseId: asked as ExcuseId, by: staff.staffId })
}

type Deed = (
  desk: ElectionDesk,
  facts: Pick<ShownExcuse, 'assignmentId'> & Pick<ElectionDesk, 'election'>,
) => Promise<{ ok: true } | { ok: false; because: AssignmentRefusal | 'right-missing' }>

/** Does it, and shows the request again: with what was done, or why not beside the field that it is about. */
function doing(deed: Deed, { field, done }: { readonly field: string; readonly done: string }) {
  return async (desk: ElectionDesk): Promise<Response> => {
    const shown = await caseOfAddress(desk)
    if (!shown) return notFoundPage(desk)
    const { election } = desk
    const answer = await deed(desk, { election, assignmentId: shown.assignmentId })
    if (!answer.ok)
      return showCase(desk, { [field]: texts.because[answer.because] ?? texts.changedMeanwhile })
    return seeOther(desk, paths.excuse({ election: election.code, excuse: shown.excuseId }), done)
  }
}

export const complete = doing(
  ({ deps, staff }, facts) => noteComplete(deps, { ...facts, by: staff.staffId }),
  { field: 'volledig', done: 'excuse-complete' },
)

export const askMore = doing(
  ({ deps, staff, form }, facts) => askForMore(deps, { ...facts, by: staff.staffId, what: form.text('wat') }),
  { field: 'wat', done: 'excuse-more-asked' },
)
