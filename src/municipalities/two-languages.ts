import type { z } from 'zod'
import { breakRule } from './file-rules.ts'
import { type MunicipalitySettings, mayAskForFrench } from './municipality.ts'

/** French stands in the file of a municipality where voters may ask for it, and nowhere else. */
export function refuseWrongFrench(
  { languageRegime, french }: MunicipalitySettings,
  context: z.core.$RefinementCtx<MunicipalitySettings>,
): void {
  const message =
    mayAskForFrench(languageRegime) === (french !== undefined)
      ? undefined
      : french
        ? `does not belong here: in a municipality of regime "${languageRegime}" no letter is French`
        : `is missing: in a municipality of regime "${languageRegime}" voters may ask for a French letter`
  if (message)
    breakRule(context, { rule: french ? 'french-too-much' : 'french-missing', path: ['french'], message })
}

/** Who gets a letter in French is told as much as who gets it in Dutch, and no more. */
export function refuseOneLanguage(
  { practicalInfo: dutch, french }: MunicipalitySettings,
  context: z.core.$RefinementCtx<MunicipalitySettings>,
): void {
  if (!french || (dutch === undefined) === (french.practicalInfo === undefined)) return
  const path = dutch ? ['french', 'practicalInfo'] : ['practicalInfo']
  breakRule(context, {
    ...{ rule: 'other-language-missing', path },
    message: 'is missing: it is there in both languages or in neither',
  })
}

/** Where a voter may ask for a French letter, the pages about it can be read in French. */
export function refuseNoFrenchPages(
  { languageRegime, pageLanguages }: MunicipalitySettings,
  context: z.core.$RefinementCtx<MunicipalitySettings>,
): void {
  if (!mayAskForFrench(languageRegime) || !pageLanguages || pageLanguages.includes('fr')) return
  const message = `has to have "fr": in a municipality of regime "${languageRegime}" voters may ask for French`
  breakRule(context, { rule: 'without-french', path: ['pageLanguages'], message })
}
