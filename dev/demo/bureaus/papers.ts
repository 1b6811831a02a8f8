import type { App } from '../../../src/app.ts'
import { addEvidence } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import type { AssignmentId } from '../../../src/platform/ids.ts'
import { expectOk } from '../expect-ok.ts'

/** To so many of the requests that wait somebody added a document. */
const mostWithPaper = 3

const main = `#set document(title: "Voorbeeld van een bewijsstuk")
#set page(width: 148mm, height: 210mm, margin: 20mm, background: rotate(-35deg, text(48pt, fill: luma(225))[VOORBEELD]))
#set text(12pt, lang: "nl")
= Voorbeeld van een bewijsstuk

Dit blad is verzonnen. Het gaat over niemand en zegt niets over iemands gezondheid.

In het echt staat hier het attest van een arts, een werkgever of een school, of het bewijs van een reis.

Wie beslist, opent het met een wachtzin. Wie de stembureaus bijhoudt of de installatie uitbaat, kan dat niet.
`

/** What some of those who wait for a decision added in the portal. Answers to how many requests. */
export async function papers(
  deps: App,
  election: Election,
  waiting: readonly AssignmentId[],
): Promise<number> {
  const file = { name: 'voorbeeld.pdf', bytes: await deps.typesetter.typeset({ main, inputs: {} }) }
  const chosen = waiting.slice(0, mostWithPaper)
  for (const assignmentId of chosen)
    expectOk('a document', await addEvidence(deps, { election, assignmentId, file, by: 'citizen' }))
  return chosen.length
}
