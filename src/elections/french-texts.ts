import type { Assembly, Marked, Ruleset, Sourced } from './ruleset.ts'

/** What a ruleset says in French, beside its Dutch: a file of its own in `rulesets/french/`, with a version of its own. */
export interface FrenchTexts {
  readonly version: number
  readonly legalName: Sourced<string>
  /** As it stands in a list: `la Chambre des représentants`. */
  readonly assemblies: Readonly<Partial<Record<Assembly, Sourced<string>>>>
  readonly statements: readonly FrenchStatement[]
  readonly statutoryTexts: readonly FrenchStatutoryText[]
}

export interface FrenchStatement extends Marked {
  /** That of the Dutch statement, which says where it stands and when it holds. */
  readonly key: string
  readonly title?: string | undefined
  readonly text: string
  readonly source: string
}

export interface FrenchStatutoryText extends Marked {
  readonly key: string
  readonly citation: string
  readonly heading: string
  readonly text: string
  readonly source: string
}

/** What has no French yet, by its path in the ruleset; nothing when every text of the Dutch letter has its French. */
export function missingFrench(ruleset: Ruleset): string[] {
  const { french } = ruleset
  if (!french) return ['french']
  const has = (texts: readonly { key: string }[], key: string) => texts.some((one) => one.key === key)
  return [
    ...ruleset.assemblies
      .filter(({ code }) => !french.assemblies[code])
      .map(({ code }) => `assemblies.${code}`),
    ...ruleset.statements
      .filter(({ key }) => !has(french.statements, key))
      .map(({ key }) => `statements.${key}`),
    ...ruleset.statutoryTexts
      .filter(({ key }) => !has(french.statutoryTexts, key))
      .map(({ key }) => `statutoryTexts.${key}`),
  ]
}
