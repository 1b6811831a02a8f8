import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** The frame around every page: Dutch, readable without script, one column that also fits a phone. */
export function Page({ title, children }: { title: string; children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <link rel="stylesheet" href="/style.css" />
        </head>
        <body>
          <header>
            <p class="brand">Kiesloket</p>
          </header>
          <main>
            <h1>{title}</h1>
            {children}
          </main>
        </body>
      </html>
    </>
  )
}

/** Colours with a contrast of at least 4.5 on their ground; yellow only as a line, never to read. */
export const styleSheet = `
:root { --ink: #333332; --blue: #0055cc; --yellow: #ffe615; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; }
header { border-bottom: 6px solid var(--yellow); }
header, main { padding: 0.75rem 1.25rem; }
main { max-width: 44rem; margin: 0 auto; }
.brand { margin: 0; font-weight: 700; }
h1 { font-size: 1.9rem; line-height: 1.2; }
a { color: var(--blue); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 3px; }
.note { border-left: 6px solid var(--blue); padding: 0.25rem 1rem; background: #f5f8fd; }
`
