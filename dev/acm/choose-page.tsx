import { raw } from 'hono/html'
import { type InEachLanguage, isLanguage } from '../../src/platform/language.ts'
import type { Citizens } from './citizens.ts'
import { accountId, type Person, people } from './people.ts'

export interface Choosing {
  readonly uid: string
  readonly clientId: string
  /** Only this organisation, when the application asked so. */
  readonly organisation?: string | undefined
  /** Only this person, who changes capacity. */
  readonly person?: string | undefined
  /** The application wants a citizen, and no staff. */
  readonly citizens?: Citizens['list'] | undefined
  /** In which it asks to be shown (`ui_locales`). */
  readonly language?: string | undefined
  /** The application wants a new proof. */
  readonly isFresh: boolean
}

/** What it says in the language asked for; the rest of it is for who tries the program out. */
const wordsIn: InEachLanguage<{ who: string; again: string; cancel: string }> = {
  nl: { who: 'Wie bent u?', again: 'Bewijs opnieuw wie u bent', cancel: 'Afbreken' },
  fr: { who: 'Qui êtes-vous ?', again: 'Prouvez à nouveau qui vous êtes', cancel: 'Annuler' },
  de: { who: 'Wer sind Sie?', again: 'Weisen Sie sich erneut aus', cancel: 'Abbrechen' },
  en: { who: 'Who are you?', again: 'Prove again who you are', cancel: 'Cancel' },
}

/** Instead of eID or itsme: pick who you are, and for which organisation. */
export function choosePage(choosing: Choosing): string {
  const language = isLanguage(choosing.language) ? choosing.language : 'nl'
  const words = wordsIn[language]
  const shown = people.filter(({ id }) => !choosing.person || id === choosing.person)
  return String(
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Aanmelden (nagemaakt)</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <header>
            <p>
              Toegangsbeheer <em>nagemaakt</em>
            </p>
          </header>
          <main>
            <h1>{choosing.isFresh ? words.again : words.who}</h1>
            <p>
              Dit vervangt eID en itsme op uw eigen computer. U meldt zich aan bij <b>{choosing.clientId}</b>.
            </p>
            <form method="post" action={`/op/interaction/${choosing.uid}`}>
              <ul>
                {choosing.citizens
                  ? choosing.citizens.map(citizenChoice)
                  : shown.map((person) => choicesOf(person, choosing))}
              </ul>
              {choosing.person && (
                <p>
                  <a href="?iedereen=ja">Iemand anders</a>
                </p>
              )}
              <button type="submit" name="account" value="" class="quiet">
                {words.cancel}
              </button>
            </form>
          </main>
        </body>
      </html>
    </>,
  )
}

function choicesOf(person: Person, { organisation }: Choosing) {
  return person.capacities
    .filter((capacity) => !organisation || capacity.organisation === organisation)
    .map((capacity) => (
      <li>
        <button type="submit" name="account" value={accountId(person, capacity)}>
          <strong>
            {person.givenName} {person.familyName}
          </strong>
          <span>{person.shows}</span>
          <small>{capacity.organisationName}</small>
        </button>
      </li>
    ))
}

function citizenChoice({ id, name, shows }: Citizens['list'][number]) {
  return (
    <li>
      <button type="submit" name="account" value={id}>
        <strong>{name}</strong>
        <span>{shows}</span>
      </button>
    </li>
  )
}

const style = `
body { margin: 0; font: 17px/1.4 system-ui, sans-serif; color: #22262a; background: #f3f6fb; }
header { padding: 12px 24px; background: #fff; border-bottom: 6px solid #ffe615; font-weight: 700; }
header p { margin: 0; } header em { font-weight: 400; font-style: normal; color: #4a5159; }
main { max-width: 60rem; margin: 0 auto; padding: 24px; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 12px; padding: 0; list-style: none; }
li button { width: 100%; height: 100%; padding: 14px 16px; text-align: start; border: 1px solid #cbd2d9; border-inline-start: 5px solid #0055cc; background: #fff; font: inherit; color: inherit; cursor: pointer; }
li button:hover { background: #e3edfb; } button:focus-visible { outline: 3px solid #0055cc; outline-offset: 2px; }
button strong, button span, button small { display: block; } button small { color: #4a5159; }
.quiet { padding: 8px 14px; font: inherit; }`
