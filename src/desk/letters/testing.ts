import { selectSettingsVersions, textsByPath } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { paths } from '../paths.ts'
import type { DeskTrial, Visitor } from '../testing.ts'

export type OwnTextsForm = ReturnType<typeof ownTextsForm>

/** The form with the municipality's own texts, as this visitor fills it in. */
export function ownTextsForm(trial: DeskTrial, visitor: Visitor) {
  const versions = () =>
    trial.database.inScope(staffOf(trial.here), (db) => selectSettingsVersions(db, trial.here, { limit: 50 }))
  const newest = async () => (await versions())[0]!
  const send = async (knop: string, fields: Record<string, string>, who = visitor) => {
    const answer = await who.post(paths.ownTexts({ election: trial.election.code }), { ...fields, knop })
    return { status: answer.status, location: answer.headers.get('Location'), text: await answer.text() }
  }
  return {
    versions,
    newest,
    /** As it stands, with other texts in some of its fields. */
    async typed(changes: Record<string, string> = {}): Promise<Record<string, string>> {
      const { document, version } = await newest()
      return { versie: String(version), ...Object.fromEntries(textsByPath(document)), ...changes }
    },
    send,
    show: (fields: Record<string, string>) => send('voorbeeld', fields),
    save: (fields: Record<string, string>, who = visitor) => send('bewaar', fields, who),
  }
}
