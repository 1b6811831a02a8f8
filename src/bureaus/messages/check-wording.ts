import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { type FieldFault, faultsOfFields } from './message-fields.ts'
import { longestOfWording, type Wording } from './message-templates-file.ts'

export type WordingPart = keyof Wording

/** What is wrong with one part, and where. */
export type WordingFault =
  | { readonly part: WordingPart; readonly because: 'missing' | 'too-long' }
  | ({ readonly part: WordingPart } & FieldFault)

/** As it is kept: the ends of lines as a browser sends them are ours, and no space is left around it. */
export function tidyWording({ subject, body, sms }: Wording): Wording {
  const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim()
  return { subject: tidy(subject).replaceAll('\n', ' '), body: tidy(body), sms: tidy(sms) }
}

/** Everything that keeps a wording from being used; an SMS may be left empty. */
export function faultsOfWording(wording: Wording): WordingFault[] {
  return (['subject', 'body', 'sms'] as const).flatMap((part): WordingFault[] => {
    const text = wording[part]
    if (!text && part !== 'sms') return [{ part, because: 'missing' }]
    if (text.length > longestOfWording[part]) return [{ part, because: 'too-long' }]
    return faultsOfFields(text).map((fault) => ({ part, ...fault }))
  })
}

export type WordingRefusal = NumberInText | 'wording-wrong'

/** Nothing when this wording may be kept and sent. */
export function refuseWording(wording: Wording): Refused<WordingRefusal> | undefined {
  const inText = refuseNumbers(wording.subject, wording.body, wording.sms)
  if (inText) return inText
  return faultsOfWording(wording).length > 0 ? refused('wording-wrong') : undefined
}
