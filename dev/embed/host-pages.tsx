import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** Colours of the municipality that this site shows itself as, as its library tells them to who is in its frame. */
const branding = { primaryColor: '#f2b705', actionColor: '#7a1f5c' }

/** Who is logged in at this site. */
export function choicePage(citizens: readonly { id: string; name: string }[]): string {
  return document(
    <>
      <h1>Wie is hier aangemeld?</h1>
      <ul>
        {citizens.map(({ id, name }) => (
          <li>
            <a href={`/?burger=${encodeURIComponent(id)}`}>{name}</a>
          </li>
        ))}
        <li>
          <a href="/?burger=">Niemand: de site geeft niets door</a>
        </li>
      </ul>
    </>,
  )
}

/** Our pages in its frame. `origin` is theirs: only with that one it speaks. */
export function framePage({ src, origin }: { src: string; origin: string }): string {
  return document(
    <>
      <h1 id="title">…</h1>
      <iframe src={src} title="Digitale kiesbrief" />
      <p>
        <a href="/">Iemand anders</a>
      </p>
      <script>
        {raw(`
const frame = document.querySelector('iframe')
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== ${JSON.stringify(origin)}) return
  const said = data?.kiesloket
  if (said?.says === 'hello') source.postMessage({ kiesloket: { says: 'welcome', branding: ${JSON.stringify(branding)} } }, origin)
  if (said?.says === 'title') document.querySelector('#title').textContent = said.title
})`)}
      </script>
    </>,
  )
}

function document(body: Child): string {
  return String(
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Mijn Burgerprofiel (nagemaakt)</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <header>
            Mijn Burgerprofiel <em>nagemaakt</em>
          </header>
          <main>{body}</main>
        </body>
      </html>
    </>,
  )
}

const style = `
body { margin: 0; font: 17px/1.4 system-ui, sans-serif; color: #22262a; background: #f3f6fb; }
header { padding: 12px 20px; background: #7a1f5c; color: #fff; font-weight: 700; } header em { font-weight: 400; font-style: normal; }
main { max-width: 60rem; margin: 0 auto; padding: 16px; }
iframe { width: 100%; height: 70vh; border: 1px solid #cbd2d9; background: #fff; }`
