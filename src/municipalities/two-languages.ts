import type { z } from 'zod'
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
  if (message) context.addIssue({ code: 'custom', path: ['french'], message })
}

/** Who gets a letter in French is told as much as who gets it in Dutch, and no more. */
export function refuseOneLanguage(
  { practicalInfo: dutch, french }: MunicipalitySettings,
  context: z.core.$RefinementCtx<MunicipalitySettings>,
): void {
  if (!french || (dutch === undefined) === (french.practicalInfo === undefined)) return
  const path = dutch ? ['french', 'practicalInfo'] : ['practicalInfo']
  context.addIssue({
    code: 'custom',
    path,
    message: 'is missing: it is there in both languages or in neither',
  })
}
