import type { App } from './app.ts'
import { closeTerms, followMemberLetters, freeTrainingPlaces } from './bureaus/index.ts'
import { listElections } from './elections/index.ts'
import { listMunicipalities } from './municipalities/index.ts'
import { staffOf } from './platform/db/scope.ts'

/** In every election of this installation: takes over what became of letters to members of bureaus, and what time alone decides. */
export async function followBureaus(app: App, signal: AbortSignal): Promise<void> {
  for (const { municipalityId } of await listMunicipalities(app.database)) {
    const elections = await app.database.inScope(staffOf(municipalityId), (db) =>
      listElections(db, municipalityId),
    )
    for (const election of elections) {
      if (signal.aborted) return
      await followMemberLetters(app, election)
      await closeTerms(app, election)
      await freeTrainingPlaces(app, election)
    }
  }
}
