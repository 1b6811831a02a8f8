import { maxSvgBytes, type SvgFault } from '../../municipalities/index.ts'

interface Told {
  readonly wrong: string
  readonly remedy: string
}

const again = 'Bewaar de tekening opnieuw als gewone SVG.'

const texts: Readonly<Record<SvgFault['code'], (name: string, element: string) => Told>> = {
  'too-large': () => ({
    wrong: `De tekening is groter dan ${maxSvgBytes.toLocaleString('nl-BE')} bytes.`,
    remedy: 'Maak ze eenvoudiger.',
  }),
  'no-drawing': () => ({
    wrong: 'De tekening begint niet met <svg.',
    remedy: 'Geef de hele tekst van een SVG-bestand.',
  }),
  entity: () => ({
    wrong: 'In de tekening staat een teken als een code met & en ;.',
    remedy: 'Schrijf het teken zelf.',
  }),
  'not-well-formed': () => ({
    wrong: 'De tekening is geen goede SVG, of ze bevat een declaratie, CDATA of een instructie.',
    remedy: again,
  }),
  'text-outside': () => ({ wrong: 'Er staat tekst naast de tekening.', remedy: 'Haal die tekst weg.' }),
  'closes-another': (name) => ({ wrong: `In de tekening sluit </${name}> een ander deel.`, remedy: again }),
  'not-closed': (name) => ({ wrong: `In de tekening is <${name}> niet gesloten.`, remedy: again }),
  element: (name) => ({
    wrong: `In de tekening staat <${name}>, en dat mag niet.`,
    remedy: 'Zet het om in vormen (paden).',
  }),
  'two-drawings': () => ({ wrong: 'Er staat meer dan één tekening in.', remedy: 'Houd er één over.' }),
  'no-view-box': () => ({
    wrong: 'De tekening heeft geen viewBox, dus haar maten zijn niet bekend.',
    remedy: 'Bewaar ze opnieuw met een viewBox.',
  }),
  script: (name, element) => ({
    wrong: `In de tekening staat een script: ${name} bij <${element}>.`,
    remedy: 'Haal het weg.',
  }),
  'points-outside': (name, element) => ({
    wrong: `De tekening haalt iets van buiten: ${name} bij <${element}>.`,
    remedy: 'Zet het in de tekening zelf, of haal het weg.',
  }),
  attribute: (name) => ({ wrong: `In de tekening staat ${name}, en dat mag niet.`, remedy: 'Haal het weg.' }),
}

/** What is wrong with a coat of arms, and what to do. */
export function drawingText({ code, name = '', element = '' }: SvgFault): Told {
  return texts[code](name, element)
}
