import type { AddressField } from '../../bureaus/index.ts'

export const address = {
  title: 'Adres van een lid',
  lead: 'Brieven die hierna gemaakt worden, gaan naar dit adres. Een lijst die later binnenkomt, verandert het niet meer.',
  fields: {
    street: 'Straat',
    houseNumber: 'Huisnummer',
    box: 'Bus',
    postcode: 'Postcode',
    city: 'Gemeente',
    country: 'Land',
  },
  hints: {
    street: undefined,
    houseNumber: undefined,
    box: 'Leeg als er geen is.',
    postcode: undefined,
    city: undefined,
    country: 'Leeg voor België. Anders twee letters, zoals NL.',
  } as Readonly<Record<AddressField, string | undefined>>,
  faults: {
    missing: (field: string) => `Vul dit in: ${field.toLowerCase()}.`,
    wrong: (field: string) => `Dit klopt niet: ${field.toLowerCase()}. Kijk het na.`,
  },
  button: 'Bewaar het adres',
  unknown: 'Niet gekend: er kan geen brief vertrekken.',
  complete: 'Vul het adres aan',
  correct: 'Verbeter het adres',
}
