import {
  assembliesFor,
  type Election,
  getSections,
  type LetterLanguage,
  type Section,
  type VoterCategory,
  voterCategories,
} from '../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../municipalities/index.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { derivedId } from '../platform/ids.ts'
import { type Typesetter, UnprintableText } from '../platform/pdf/typesetter.ts'
import { type Result, refused } from '../platform/result.ts'
import { writtenLanguages } from './composing/letter-languages.ts'
import { plateFacts } from './composing/plate-facts.ts'
import {
  isTooMuch,
  type PlateFacts,
  type VoterFacts,
  wholeSource,
} from './letter-template/letter-template.ts'

/** Which letters there can be: sections, and in each the categories that vote for something, and languages. */
export interface PreviewChoices {
  readonly sections: readonly Section[]
  readonly categories: readonly VoterCategory[]
  readonly languages: readonly LetterLanguage[]
}

export function previewChoices(
  { database }: { database: Database },
  election: Election,
): Promise<PreviewChoices> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const sections = await getSections(db, municipalityId, electionId)
    const votes = (category: VoterCategory) =>
      sections.some(({ district }) => assembliesFor(election, category, district).length > 0)
    const languages = writtenLanguages(election, await getSettings(db, municipalityId))
    return { sections, categories: voterCategories.filter(votes), languages }
  })
}

interface Wanted {
  readonly election: Election
  readonly section: number
  readonly category: VoterCategory
  readonly language: LetterLanguage
  /** What the municipality would say; absent: what it says now. */
  readonly settings?: MunicipalitySettings
}

/**
 * The letter as it would be composed now, or with other settings than now, for a voter who does not exist; marked as an
 * example. Nothing of it is kept.
 */
export async function previewLetter(
  deps: { readonly database: Database; readonly typesetter: Typesetter },
  { election, section: number, category, language, settings: wanted }: Wanted,
): Promise<Result<{ pdf: Uint8Array; facts: PlateFacts }, 'no-such-letter' | NoExample>> {
  const { sections, categories, languages } = await previewChoices(deps, election)
  const section = sections.find((one) => one.section === number)
  if (!section || !categories.includes(category) || !languages.includes(language))
    return refused('no-such-letter')
  if (assembliesFor(election, category, section.district).length === 0) return refused('no-such-letter')
  const { municipalityId } = election
  const settings =
    wanted ?? (await deps.database.inScope(staffOf(municipalityId), (db) => getSettings(db, municipalityId)))
  const kind = { language, category, moved: false, correction: false }
  const facts = plateFacts({ election, settings, section }, kind)
  const typeset = await typesetExample(deps, facts)
  return typeset.ok ? { ok: true, pdf: typeset.pdf, facts } : typeset
}

type NoExample = 'unprintable' | 'does-not-fit'

async function typesetExample(
  { typesetter }: { readonly typesetter: Typesetter },
  facts: PlateFacts,
): Promise<Result<{ pdf: Uint8Array }, NoExample>> {
  try {
    return { ok: true, pdf: await typesetter.typeset(wholeSource(facts, nobody(facts))) }
  } catch (error) {
    if (error instanceof UnprintableText) return refused('unprintable')
    if (isTooMuch(error)) return refused('does-not-fit')
    throw error
  }
}

/**
 * Whether every kind of letter of this election holds its two pages with these settings: each language and category, the
 * statements that only some letters have, and the section with the longest texts.
 */
export async function doLettersFit(
  deps: { readonly database: Database; readonly typesetter: Typesetter },
  { election, settings }: { election: Election; settings: MunicipalitySettings },
): Promise<boolean> {
  const { sections, categories, languages } = await previewChoices(deps, election)
  const said = (section: Section) => JSON.stringify(section).length
  const longest = sections.toSorted((one, other) => said(other) - said(one))[0]
  if (!longest) return true
  for (const language of languages)
    for (const category of categories) {
      const kind = { language, category, moved: true, correction: true }
      const example = await typesetExample(deps, plateFacts({ election, settings, section: longest }, kind))
      if (!example.ok) return false
    }
  return true
}

const examples = {
  nl: { name: 'Voornaam Naam', street: 'Straat 1', mark: 'VOORBEELD', qr: 'Voorbeeld: geen kiesbrief' },
  fr: { name: 'Prénom Nom', street: 'Rue 1', mark: 'EXEMPLE', qr: 'Exemple: pas une lettre' },
} as const

function nobody({ language, municipality }: PlateFacts): VoterFacts {
  const { name, street, mark, qr } = examples[language]
  const town = municipality.addressLines.at(-1) ?? municipality.name
  return {
    letterId: derivedId('example'),
    fullName: name,
    addressLines: [street, town],
    listAddressLine: `${street}, ${town}`,
    listNumber: 1,
    qrText: qr,
    mark,
  }
}
