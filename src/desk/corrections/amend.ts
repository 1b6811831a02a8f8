import { amendList } from '../../letters/index.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import { checkMutation, type Finding, findingText, type MutationCells } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { dayFrom } from '../typed-day.ts'
import type { LetterOfVoter } from '../voters/letters-of-voter.ts'
import { fateOf, type LetterFate } from './letter-fate.ts'
import { texts } from './texts.nl.ts'

export interface Asked {
  readonly cells: MutationCells
  /** Of the voter whom it concerns, newest first; of somebody new none. */
  readonly letters: readonly LetterOfVoter[]
}

export type Amending =
  | { readonly ok: true; readonly fate: LetterFate; readonly seen: string }
  | { readonly ok: false; readonly errors: FieldErrors }

/** What it would do, with nothing changed. `seen` stands for it: who decides, decides on this and nothing else. */
export function lookAhead(desk: ElectionDesk, asked: Asked): Promise<Amending> {
  return amendOne(desk, asked, true)
}

/** Does what was looked at. When it would do something else by now it is not done, and looked at again. */
export async function amendAsSeen(
  desk: ElectionDesk,
  asked: Asked,
): Promise<Amending | { readonly ok: 'changed'; readonly now: Extract<Amending, { ok: true }> }> {
  const now = await lookAhead(desk, asked)
  if (!now.ok) return now
  return now.seen === desk.form.text('gezien') ? amendOne(desk, asked, false) : { ok: 'changed', now }
}

/** The ground and what it rests on, from the fields that every amendment has. */
export function decisionFrom({ form }: ElectionDesk): MutationCells {
  return {
    ground: form.text('ground'),
    source: form.text('source'),
    decided_on: dayFrom(form.text('decided_on')),
  }
}

async function amendOne(desk: ElectionDesk, { cells, letters }: Asked, dryRun: boolean): Promise<Amending> {
  const { deps, election, staff } = desk
  const checked = checkMutation(1, cells, deps.clock.now())
  if (!checked.ok) return { ok: false, errors: errorsOf(checked.findings) }
  const amendment = { election, mutations: [checked.mutation], by: staff.staffId, dryRun }
  const amended = await amendList(deps, amendment)
  if (!amended.ok)
    return {
      ok: false,
      errors:
        'findings' in amended ? errorsOf(amended.findings) : { ground: texts.refused[amended.because]! },
    }
  const fate = fateOf(amended, letters)
  return { ok: true, fate, seen: sha256OfJson({ cells, fate }).toString('hex') }
}

/** What a fault is about that no field of a form asks: it is told at the first field of the decision. */
const notAsked: readonly (string | undefined)[] = ['kind', 'list_number', 'current_last_name']

function errorsOf(findings: readonly Finding[]): FieldErrors {
  return Object.fromEntries(
    findings.map(({ code, column }) => [
      notAsked.includes(column) ? 'ground' : (column ?? 'last_name'),
      sentenceOf(code, column),
    ]),
  )
}

/** In a list of faults above the form each names its field. */
function sentenceOf(code: Finding['code'], column: Finding['column']): string {
  const { values, decision } = texts
  const names: Readonly<Record<string, string>> = {
    ...{ ...values.columns, decided_on: decision.day, source: decision.source },
  }
  const name = column && names[column]
  if (code === 'missing-value' && name) return texts.fillIn(name)
  return texts.findings[code] ?? findingText(code, 'nl').reason
}
