import type { TypedForm } from '../../../platform/http/typed-form.ts'
import { type AssignmentId, type ElectionId, isId } from '../../../platform/ids.ts'

const mostAtOnce = 50

/** The proposals that a form names, each with its election and as it stood on the page. */
export function signedFor(form: TypedForm) {
  const named = form.all('voordracht').slice(0, mostAtOnce)
  return named.flatMap((typed) => {
    const [election = '', assignment = '', version] = typed.split(' ')
    if (!isId(election) || !isId(assignment)) return []
    const [electionId, assignmentId] = [
      election as string as ElectionId,
      assignment as string as AssignmentId,
    ]
    return [{ electionId, assignmentId, version: Number(version) || 0 }]
  })
}
