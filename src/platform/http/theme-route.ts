import {
  flanders,
  isReadable,
  nearestReadableInTheDark,
  strongInTheDark,
  strongOf,
  type Theme,
} from '../theme.ts'
import { path } from './path.ts'
import { get, type Route } from './route.ts'

const themePath = path('/thema/:colour/:line/thema.css')
const year = 31_536_000

/** The style sheet of a theme. Its address says all that is in it, and nothing of whose it is. */
export function themeAddress({ colour, line }: Theme): string {
  return themePath({ colour: colour.slice(1), line: line.slice(1) })
}

/** Only colours that text can be read in: nobody makes a page unreadable by an address. */
export const themeRoute: Route = get(themePath, 'public', (context) => {
  const { colour, line } = context.req.param() as Record<'colour' | 'line', string>
  const theme = { colour: `#${colour}`, line: `#${line}` }
  const isTheme = [colour, line].every((one) => /^[0-9a-f]{6}$/.test(one)) && isReadable(theme.colour)
  if (!isTheme) return context.notFound()
  return context.body(styleOf(theme), 200, {
    'Content-Type': 'text/css',
    'Cache-Control': `public, max-age=${year}, immutable`,
  })
})

/** What a theme sets in the style sheets, by the name that they read it under. */
export function themeProperties({ colour, line }: Theme): Readonly<Record<`--${string}`, string>> {
  return { '--brand': colour, '--brand-strong': strongOf(colour), '--yellow': line }
}

function styleOf(theme: Theme): string {
  const dark = nearestReadableInTheDark(theme.colour)
  const ofPages = {
    ...themeProperties(theme),
    // For pages that follow the screen in the dark; the others do not read them.
    ...{ '--brand-in-dark': dark, '--brand-strong-in-dark': strongInTheDark(dark) },
  }
  const properties = Object.entries(ofPages).map(([name, value]) => `${name}:${value}`)
  return `:root{${properties.join(';')}}`
}

/** The theme that a municipality chose, whole; nothing when it has none. */
export function wholeTheme(
  chosen: { readonly colour: string; readonly line?: string | undefined } | undefined,
): Theme | undefined {
  return chosen && { colour: chosen.colour, line: chosen.line ?? flanders.line }
}
