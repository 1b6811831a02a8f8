import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type CaughtMail, linksIn } from './caught-mail.ts'

/** The caught mails in a browser: a list, and each as text and as HTML. */
export function catcherPages(caught: readonly CaughtMail[]): Hono {
  const pages = new Hono()
  const found = (place: string) => caught[Number(place)]
  pages.get('/', (context) =>
    context.html(
      <Page title="Opgevangen mails">
        <p>Deze mails kwamen nergens anders aan. Nieuwe mails staan bovenaan: herlaad de pagina.</p>
        <ul>
          {caught
            .map(({ subject, to, at }, place) => (
              <li>
                <a href={`/${place}`}>{subject}</a> aan {to}, {at.toLocaleTimeString('nl-BE')}
              </li>
            ))
            .reverse()}
        </ul>
      </Page>,
    ),
  )
  pages.get('/:place', (context) => {
    const mail = found(context.req.param('place'))
    if (!mail) return context.notFound()
    return context.html(
      <Page title={mail.subject}>
        <p>
          Van {mail.from}, aan {mail.to}.{' '}
          <a href={`/${context.req.param('place')}/html`}>Zoals een mailprogramma ze toont</a>
        </p>
        <pre style="white-space: pre-wrap">{mail.text}</pre>
        <ul>
          {linksIn(mail).map((link) => (
            <li>
              <a href={link}>{link}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href="/">Alle mails</a>
        </p>
      </Page>,
    )
  })
  pages.get('/:place/html', (context) => {
    const mail = found(context.req.param('place'))
    if (!mail) return context.notFound()
    context.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
    return context.html(mail.html)
  })
  return pages
}

function Page({ title, children }: { title: string; children?: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
        </head>
        <body style="max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; overflow-wrap: anywhere">
          <h1>{title}</h1>
          {children}
        </body>
      </html>
    </>
  )
}
