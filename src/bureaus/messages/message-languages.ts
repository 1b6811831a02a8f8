import type { Election } from '../../elections/index.ts'
import { type LanguageRegime, selectSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import { askedLanguages } from './asked-languages-overview.ts'
import type { MessageTemplate } from './message.ts'
import { loadMessageTemplates, type MessageLanguage } from './message-templates-file.ts'

/** In which languages a template may leave in a municipality of this regime; the first is for who asked for none. */
export function languagesOfTemplate(
  { ruleset }: Pick<Election, 'ruleset'>,
  regime: LanguageRegime,
  template: MessageTemplate,
): readonly MessageLanguage[] {
  const { languages, templates } = loadMessageTemplates(ruleset)
  const [first, ...others] = languages[regime].value
  const { translations = {} } = templates[template]
  return [first!, ...others.filter((one) => one !== 'nl' && translations[one] !== undefined)]
}

/** The same in the municipality of the election. */
export async function languagesHere(
  db: Db,
  election: Election,
  template: MessageTemplate,
): Promise<readonly MessageLanguage[]> {
  const regime = (await selectSettings(db, election.municipalityId))?.document.languageRegime ?? 'nl'
  return languagesOfTemplate(election, regime, template)
}

/** In which language each of these gets it: as they asked on the voters list, where that may be; who is not named gets the first. */
export async function languagesFor(
  db: Db,
  election: Election,
  languages: readonly MessageLanguage[],
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, MessageLanguage>> {
  if (languages.length < 2 || members.length === 0) return new Map()
  const asked = await askedLanguages(db, election, members)
  return new Map(
    asked.flatMap(({ memberId, language }) => {
      const offered = languages.find((one) => one === language)
      return offered ? [[memberId, offered] as const] : []
    }),
  )
}
