import {
  type ConvocationRun,
  countToCall,
  type LetterCounts,
  type ListedLetter,
  lastAuthority,
  lastConvocationRun,
  letterCounts,
  lettersPerPage,
  memberLetterKinds,
  type OutdatedCall,
  outdatedCalls,
  lettersPage as pageOfLetters,
  type RoleToCall,
  rolesToCall,
  type SentLetterState,
  sentLetterStates,
  type WithoutAddress,
  withoutAddress,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  type Column,
  type FieldErrors,
  Figures,
  FilterForm,
  Pages,
  Select,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type DocumentId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts, roles } from '../texts.nl.ts'
import { Call, Print } from './call-forms.tsx'
import { Corrections } from './corrections.tsx'
import { texts } from './texts.nl.ts'

export interface LettersFacts {
  readonly toCall: number
  readonly roles: readonly RoleToCall[]
  readonly withoutAddress: readonly WithoutAddress[]
  readonly run: ConvocationRun | undefined
  readonly authority: string | undefined
  readonly counts: LetterCounts
  /** Who has a call that is no longer true. */
  readonly outdated: readonly OutdatedCall[]
}

/** Who is still to be called, calling them, and every letter with what became of it. */
export function showLetters(desk: ElectionDesk) {
  return lettersPage(desk)
}

export async function lettersPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, context } = desk
  const state = sentLetterStates.find((one) => one === context.req.query('stand'))
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as string as DocumentId) : undefined
  const { facts, found } = await inOwnScope(desk, async (db) => ({
    facts: {
      toCall: await countToCall(db, election, {}),
      roles: await rolesToCall(db, election),
      withoutAddress: await withoutAddress(db, election),
      run: await lastConvocationRun(db, election),
      authority: await lastAuthority(db, election),
      counts: await letterCounts(db, election, memberLetterKinds),
      outdated: (await outdatedCalls(db, election, desk.deps.clock.now())).outdated,
    },
    found: await pageOfLetters(db, election, { states: state ? [state] : sentLetterStates, after }),
  }))
  const rows = found.slice(0, lettersPerPage)
  const here = withQuery(paths.memberLetters({ election: election.code }), { stand: state })
  const next = found.length > lettersPerPage ? withQuery(here, { na: rows.at(-1)!.letterId }) : undefined
  const isBusy = facts.run !== undefined && !facts.run.endedAt
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors, ...(isBusy && { refreshAfter: 5 }) },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <Figures figures={figuresOf(facts)} />
      <p>
        <a href={paths.chairInstructions({ election: election.code })}>{texts.instructions.link}</a>
      </p>
      <Corrections {...{ desk, facts }} />
      <Call {...{ desk, facts, errors }} />
      <Print {...{ desk, facts, errors }} />
      <h2>{texts.list.title}</h2>
      <States election={election.code} state={state} />
      <Table
        {...{ caption: texts.list.caption, columns: columnsFor(election.code), rows, empty: texts.list.none }}
      />
      <Pages next={next} first={after && here} />
    </>,
  )
}

function figuresOf({ toCall, counts }: LettersFacts) {
  const { toCall: name } = texts.figures
  return [
    { name, value: toCall },
    ...sentLetterStates
      .filter((state) => state !== 'replaced')
      .map((state) => ({ name: texts.states[state], value: counts[state] })),
  ]
}

function States({ election, state }: { election: string; state: SentLetterState | undefined }) {
  const { label, field, all, button } = texts.list.filter
  const choices = sentLetterStates.map((value) => ({ value, label: texts.states[value] }))
  return (
    <FilterForm {...{ label, button, clear: paths.memberLetters({ election }) }}>
      <Select
        {...{ name: 'stand', label: field, value: state, choices: [{ value: '', label: all }, ...choices] }}
      />
    </FilterForm>
  )
}

function columnsFor(election: string): readonly Column<ListedLetter>[] {
  const { columns } = texts.list
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: (row) => <a href={paths.memberLetter({ election, letter: row.letterId })}>{fullName(row)}</a>,
    },
    { heading: columns.seat, cell: ({ role, number }) => `${roles[role]}, ${number}` },
    { heading: columns.kind, cell: ({ kind }) => texts.kinds[kind] },
    { heading: columns.sent, cell: ({ sentAt }) => momentText(sentAt, 'nl') },
    { heading: columns.state, cell: ({ state }) => texts.states[state] },
  ]
}
