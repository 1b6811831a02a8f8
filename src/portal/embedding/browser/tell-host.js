// Tells the site around this frame what the page is called, and takes its colours.

import { connectHost } from './host.js'

const { title, theme, ancestors } = document.querySelector('[data-tell-host]').dataset

const host = await connectHost(ancestors.split(' '))
if (host) {
  host.setTitle(title)
  const [colour, line] = coloursOf(await host.branding())
  // An address that the server does not know, because nobody could read in that colour, leaves ours as they are.
  if (colour) wear(theme.replace('COLOUR', colour).replace('LINE', line ?? colour))
}

function coloursOf(branding) {
  return [branding?.actionColor ?? branding?.primaryColor, branding?.primaryColor].map((one) =>
    /^#[0-9a-f]{6}$/i.test(one ?? '') ? one.slice(1).toLowerCase() : undefined,
  )
}

function wear(href) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))
}
