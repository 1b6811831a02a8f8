import type { DocumentFacts } from '../../bureaus/index.ts'
import { momentText } from '../../platform/dates.ts'
import { Button, Form } from '../../platform/http/components/index.ts'
import { localeOf } from '../../platform/language.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

/**
 * What was added, by kind, size and moment: even its own sender can't open it here. With `takeBackFor`, the form of the page and the call,
 * each can be taken back.
 */
export function Documents({
  documents,
  language,
  takeBackFor,
}: {
  readonly documents: readonly DocumentFacts[]
  readonly language: Language
  readonly takeBackFor?: TakeBackFor | undefined
}) {
  const words = texts[language].documents
  if (documents.length === 0) return <p>{words.none}</p>
  return (
    <>
      <h2>{words.title}</h2>
      <ul>
        {documents.map(({ evidenceId, type, bytes, addedAt }) => (
          <li>
            {words.kinds[type]}, {sizeText(bytes, language)}, {momentText(addedAt, language)}
            {takeBackFor && (
              <Form
                csrf={takeBackFor.csrf}
                action={paths.takeBackEvidence({ call: takeBackFor.call, document: evidenceId })}
              >
                <Button kind="secondary">
                  {words.takeBack}
                  <span class="govuk-visually-hidden">
                    : {words.kinds[type]}, {words.addedOn(momentText(addedAt, language))}
                  </span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p>{words.closed}</p>
      {takeBackFor && <p>{words.takeBackHint}</p>}
    </>
  )
}

interface TakeBackFor {
  readonly csrf: string
  readonly call: string
}

/** Nothing once the municipality found the request complete: who decides counts on what is in it. */
export function takeBackIn(
  { csrf }: Pick<Portal, 'csrf'>,
  { mine, excuse }: MyCallCase,
): TakeBackFor | undefined {
  return excuse && !excuse.completeAt ? { csrf, call: mine.assignmentId } : undefined
}

/** In kilobytes, and in megabytes from one on. */
function sizeText(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000
  const size = new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: isLarge ? 1 : 0 })
  return isLarge ? `${size.format(bytes / 1_000_000)} MB` : `${size.format(Math.ceil(bytes / 1000))} kB`
}
