import type { InEachLanguage } from '../../platform/language.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'
import { nl, type Texts } from './texts.nl.ts'

export type { Texts }
export const texts: InEachLanguage<Texts> = { nl, fr, de, en }
