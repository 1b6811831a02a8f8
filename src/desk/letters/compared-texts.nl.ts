/** What the pages say that hold two letters against each other. */
export const texts = {
  title: 'Wat anders is',
  same: 'Beide brieven zeggen woord voor woord hetzelfde.',
  changes: (count: number) => (count === 1 ? 'Eén verschil' : `${count} verschillen`),
  head: { where: 'Waar', was: 'Stond er', is: 'Staat er nu' },
  nothing: '(niets)',
  place: (page: number) => `Bladzijde ${page}`,
  placeAfter: (page: number, words: string) => `Bladzijde ${page}, na “${words}”`,
  otherArms: 'Het wapenschild is een andere tekening.',
  shifted:
    'Een deel van de tekst staat op een andere plaats op het blad. Er staat hetzelfde; daarom is het niet aangeduid.',
  moved: 'Deze regels staan nu voor of na andere regels, met dezelfde woorden:',
  code: 'De QR-code is op elke nieuwe brief anders.',
  pictures: 'De brieven naast elkaar',
  marks:
    'Eerst de vorige brief, daarna die van nu. Woorden die weg zijn, zijn doorstreept op een gele achtergrond. Nieuwe woorden staan op een gele achtergrond.',
  was: (page: number) => `Bladzijde ${page} van de vorige brief. Wat weg is, staat in de tabel hierboven.`,
  is: (page: number) => `Bladzijde ${page} van de brief van nu. Wat nieuw is, staat in de tabel hierboven.`,
} as const
