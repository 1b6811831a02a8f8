import type { BureauRules } from './bureau-rules.ts'

/** The rules as they hold for who sits in this bureau: of some main bureaus the law asks more than of the others. */
export function rulesOfBureau<Rules extends Pick<BureauRules, 'mainBureaus' | 'members'>>(
  rules: Rules,
  { code }: { readonly code: string },
): Rules {
  if (!mainBureausOfBelgians(rules).includes(code)) return rules
  const { members } = rules
  return { ...rules, members: { ...members, value: { ...members.value, belgian: true } } }
}

/** Codes of the main bureaus in which only Belgians sit. */
export function mainBureausOfBelgians({ mainBureaus }: Pick<BureauRules, 'mainBureaus'>): string[] {
  return mainBureaus.filter(({ belgian }) => belgian).map(({ key }) => key)
}
