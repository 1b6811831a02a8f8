import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Offene Daten: die Wahllokale',
  lead: 'Wo gewählt wird, darf jeder verwenden: für eine Karte, eine App oder einen Artikel. Es stehen keine Personen darin. Die Daten sind auf Niederländisch.',
  none: 'Zurzeit gibt es keine Wahlen, deren Schreiben verschickt wurden.',
  licence: 'Sie dürfen diese Daten nach dieser Lizenz verwenden:',
  catalogueLink: 'Der Katalog aller Daten (DCAT, JSON-LD)',
}
