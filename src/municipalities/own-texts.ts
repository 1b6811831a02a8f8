import type { MunicipalitySettings } from './municipality.ts'
import { differences, fieldsByPath, type TextDifference } from './settings-differences.ts'
import { readSettings, type TextFault } from './settings-faults.ts'

/** What a municipality says of itself on the letter, and may word as it likes. All else on it is law or facts. */
export type OwnTexts = Pick<
  MunicipalitySettings,
  'contact' | 'duplicateDesk' | 'practicalInfo' | 'sender' | 'french'
>

/** These texts of the settings, and nothing else of them. */
export function ownTextsOf({ contact, duplicateDesk, practicalInfo, sender, french }: OwnTexts): OwnTexts {
  return {
    ...{ contact, duplicateDesk, sender },
    ...(practicalInfo && { practicalInfo }),
    ...(french && { french }),
  }
}

/**
 * The settings with these texts in them, through the checks of the municipality file and no others. Answers every
 * fault at once, of the texts and of what else the file has.
 */
export function withOwnTexts(
  settings: MunicipalitySettings,
  texts: OwnTexts,
): { ok: true; settings: MunicipalitySettings } | { ok: false; faults: readonly TextFault[] } {
  const { practicalInfo: _, ...others } = settings
  return readSettings({ ...others, ...texts })
}

/** Which texts differ, in the order of the file. */
export function textDifferences(before: OwnTexts, after: OwnTexts): TextDifference[] {
  return differences(ownTextsOf(before), ownTextsOf(after))
}

/** Every text by its place in the file; lines of one text with `\n` between them. */
export function textsByPath(texts: OwnTexts): ReadonlyMap<string, string> {
  return fieldsByPath(ownTextsOf(texts))
}
