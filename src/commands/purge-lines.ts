import { openHold, type PlannedPart, type PurgePlan } from '../retention/index.ts'
import { counted } from './counted.ts'

const names = {
  list: 'the voters list, deliveries and print facts',
  letters: 'the letters',
  'bureau-lists': 'who could be called to a bureau',
  'bureau-composition': 'what chairs saw their bureau with',
  'bureau-evidence': 'what is needed of who stayed away',
  'bureau-payment': 'what members were paid',
  bureaus: 'who sat in the bureaus',
} as const

/** What goes when, by which article, and what holds it back, for people. */
export function planLines(plan: PurgePlan): string[] {
  const hold = openHold(plan)
  const { validation } = plan
  return [
    validation
      ? `Validated on ${validation.validatedOn} (${validation.source}).`
      : 'The result was not validated yet: nothing goes.',
    ...(hold ? [`Legal hold: ${hold.reason} (${hold.source}). Nothing goes while it stands.`] : []),
    ...plan.parts.flatMap(partLines),
    ...(plan.parts.length === 0
      ? ['The ruleset does not say how long the list is kept, so nothing goes.']
      : []),
    'What stays holds no voter: docs/purge.md lists it.',
  ]
}

function partLines({ part, rule, dueOn, waitsFor, steps, done }: PlannedPart): string[] {
  const when = dueOn ?? `(waits for ${waitsFor})`
  const sure = rule.mark === 'L' || rule.mark === 'S' || rule.checkedBy ? '' : `; not verified: ${rule.mark}`
  const head = `${when}  ${names[part]}: ${rule.keepUntil} (${rule.article}${sure})`
  const gone = done.reduce((sum, { rows }) => sum + rows, 0)
  return [
    head,
    ...steps.map(
      ({ method, table }) => `    ${table}${method.startsWith('keep') ? ' (public copy stays)' : ''}`,
    ),
    ...(done.length > 0
      ? [`    ${counted(gone, 'row')} of ${counted(done.length, 'table')} went before`]
      : []),
  ]
}
