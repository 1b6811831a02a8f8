import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { marks, type Sourced } from '../../elections/index.ts'
import { type LanguageRegime, languageRegimes } from '../../municipalities/index.ts'
import { type MessageTemplate, messageTemplates } from './message.ts'
import { faultsOfFields } from './message-fields.ts'

/** What a message says. `sms` is for who gave no e-mail address; empty: it goes by mail only. */
export interface Wording {
  readonly subject: string
  readonly body: string
  readonly sms: string
}

/** When it leaves by itself; absent: at once, when a letter left. */
export interface UsualMoment {
  /** Of polling day; below 0: after it. */
  readonly daysBefore: number
  /** In Brussels, `HH:MM`. */
  readonly hour: string
  /** So long it may be late: who reads it after that has nothing from it. */
  readonly withinHours: number
}

export interface MessageTemplateFile extends Pick<Sourced<unknown>, 'source' | 'mark' | 'note'> {
  readonly moment?: UsualMoment | undefined
  readonly wording: Wording
  /** The same in other languages, for where one may write in them. */
  readonly translations?: Readonly<Partial<Record<TranslatedLanguage, Wording>>> | undefined
}

/** In which a template may be besides Dutch. */
export const translatedLanguages = ['fr', 'de', 'en'] as const
export type TranslatedLanguage = (typeof translatedLanguages)[number]
export type MessageLanguage = 'nl' | TranslatedLanguage

export interface MessageTemplates {
  readonly regime: 'KWB' | 'LPKD'
  readonly version: number
  readonly readOn: string
  /** In which a municipality may write to members, by its language regime; the first is that of who asked for none. */
  readonly languages: Readonly<Record<LanguageRegime, Sourced<readonly MessageLanguage[]>>>
  readonly templates: Readonly<Record<MessageTemplate, MessageTemplateFile>>
}

/** At most: a subject that a mailbox shows whole, a mail of one page, an SMS in two parts. */
export const longestOfWording = { subject: 120, body: 4000, sms: 300 } as const

const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => faultsOfFields(text).length === 0, 'asks for a field that does not exist')
const sure = { source: z.string().min(1), mark: z.enum(marks), note: z.string().min(1).optional() }

const wording = z.strictObject({
  subject: words(longestOfWording.subject),
  body: words(longestOfWording.body),
  sms: words(longestOfWording.sms),
})
const languages = z.strictObject({
  value: z.array(z.enum(['nl', ...translatedLanguages])).min(1),
  ...sure,
})

const schema: z.ZodType<MessageTemplates> = z.strictObject({
  regime: z.enum(['KWB', 'LPKD']),
  version: z.int().min(1),
  readOn: z.iso.date(),
  languages: z.record(z.enum(languageRegimes), languages),
  templates: z.record(
    z.enum(messageTemplates),
    z.strictObject({
      ...sure,
      moment: z
        .strictObject({
          daysBefore: z.int().min(-30).max(60),
          hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
          withinHours: z.int().min(1),
        })
        .optional(),
      wording,
      translations: z.partialRecord(z.enum(translatedLanguages), wording).optional(),
    }),
  ),
})

/** What comes with the product for elections of this regime. Throws when the file is not right. */
export function loadMessageTemplates({ regime }: Pick<MessageTemplates, 'regime'>): MessageTemplates {
  const file = join(import.meta.dirname, 'templates', `${regime.toLowerCase()}.json`)
  const read = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.regime !== regime) throw new Error(`${file} says it is ${read.regime}`)
  return read
}
