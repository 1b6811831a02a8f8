import type { Child } from 'hono/jsx'
import { Button, Form, Inset, Warning } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import type { LetterFate } from './letter-fate.ts'
import { texts } from './texts.nl.ts'

interface BeforeDeedProps {
  readonly desk: ElectionDesk
  readonly look: { readonly fate: LetterFate; readonly seen: string }
  readonly kind: 'strike' | 'correct' | 'add'
  /** Where the deed is done, and where what was typed is changed first. */
  readonly deed: string
  readonly back: string
  /** It would do something else than when it was looked at. */
  readonly isChanged?: boolean
  readonly children: Child
}

const said = texts.before

/** What is about to be done, what it does to the letter, and what can't be undone: before the button that does it. */
export function BeforeDeed({ desk, look, kind, deed, back, isChanged, children }: BeforeDeedProps) {
  return (
    <>
      {isChanged && <Inset>{said.changed}</Inset>}
      {children}
      <h2>{said.letter}</h2>
      <p class="desk-text">{kind === 'add' ? said.added : said.fates[look.fate]}</p>
      {kind !== 'add' && look.fate !== 'none' && look.fate !== 'stays' && (
        <p class="desk-text">{said.next[kind]}</p>
      )}
      <Warning>{said.undo[kind]}</Warning>
      <Form csrf={desk.csrf} action={deed}>
        <Typed desk={desk} />
        <input type="hidden" name="stap" value="kijk" />
        <input type="hidden" name="gezien" value={look.seen} />
        <Button kind="warning">{said.button[kind]}</Button>
      </Form>
      <Form csrf={desk.csrf} action={back}>
        <Typed desk={desk} />
        <input type="hidden" name="stap" value="vul" />
        <Button kind="secondary">{said.back}</Button>
      </Form>
    </>
  )
}

/** Everything that was typed so far, carried along. */
function Typed({ desk: { form } }: { desk: ElectionDesk }) {
  const own = ['stap', 'gezien']
  return (
    <>
      {Object.keys(form.fields)
        .filter((name) => !own.includes(name))
        .map((name) => (
          <input type="hidden" name={name} value={form.text(name)} />
        ))}
    </>
  )
}
