import {
  type AssignmentDeps,
  inElection,
  type Step,
  type Stepped,
  stepIn,
} from '../assignments/step-assignment.ts'
import { tellMembers } from '../messages/tell-members.ts'
import { changeOpenExcuse, lockOpenExcuse } from './excuse-store.ts'

type Looked = Pick<Step, 'election' | 'assignmentId' | 'by'>

/** The municipality finds that nothing is missing. Whether the reason is good is not for it to say (LPKD 39). */
export function noteComplete(deps: AssignmentDeps, { election, assignmentId, by }: Looked): Promise<Stepped> {
  const step = { election, assignmentId, by, authority: 'municipality' } as const
  return inElection(deps, step, async (db, context) => {
    const done = await stepIn(db, context, step, 'find-complete')
    if (done.ok) await changeOpenExcuse(db, election, { assignmentId, completeAt: context.now })
    return done
  })
}

/** Something is missing: what, in words that the person reads on the own page. A message says that there is something new there. */
export function askForMore(
  deps: AssignmentDeps,
  { election, assignmentId, by, what }: Looked & { readonly what: string },
): Promise<Stepped> {
  const step = { election, assignmentId, by, authority: 'municipality', reason: what } as const
  return inElection(deps, step, async (db, context) => {
    const isAfter = (await lockOpenExcuse(db, election, assignmentId))?.isAfter === true
    const done = await stepIn(db, context, step, isAfter ? 'ask-more-after' : 'ask-more')
    if (!done.ok) return done
    const { now: at } = context
    const { memberId, version } = done.assignment
    await changeOpenExcuse(db, election, { assignmentId, moreAsked: what, moreAskedAt: at, moreAskedBy: by })
    await tellMembers(db, election, { members: [memberId], event: `more-${assignmentId}-${version}`, at })
    return done
  })
}
