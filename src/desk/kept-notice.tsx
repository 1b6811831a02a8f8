import { Notice } from '../platform/http/components/index.ts'
import { isId } from '../platform/ids.ts'
import type { Desk } from './desk.ts'
import type { Lost } from './keep-typed.ts'
import { texts } from './texts.nl.ts'

interface Props {
  readonly desk: Pick<Desk, 'context'> & Partial<Pick<Desk, 'isFormKept'>>
  /** What the form of this page has no field for. */
  readonly rest: readonly string[]
}

/** What became of what somebody typed before they had to log in: it is here again, or what of it is not. */
export function KeptNotice({ desk: { context, isFormKept }, rest }: Props) {
  const { kept, keptNot } = texts
  const lost = context.req.query('kwijt') as Lost | undefined
  const typed = rest.filter((value) => !isMachineText(value))
  const isBack = context.req.method === 'GET' && isFormKept !== undefined
  if (isFormKept)
    return (
      <Notice title={kept.title}>
        <p>{kept.text}</p>
        {lost === 'bestand' && <p>{keptNot.bestand}</p>}
        {typed.length > 0 && (
          <>
            <p>{keptNot.noPlace}</p>
            <ul>
              {typed.map((value) => (
                <li>{value}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    )
  if (isBack && lost === 'niets')
    return <Notice title={texts.pressAgain.title}>{texts.pressAgain.text}</Notice>
  const word = lost === 'bestand' || lost === 'alles' ? keptNot[lost] : undefined
  const text = word ?? (context.req.query('bewaard') && keptNot.gone)
  return isBack && text ? <Notice title={keptNot.title}>{text}</Notice> : null
}

/** Ids and hashes are of the page, not of who filled it in. */
function isMachineText(text: string): boolean {
  return isId(text) || /^[0-9a-f]{64}$/.test(text)
}
