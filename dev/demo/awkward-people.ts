import type { ColumnName } from '../../src/voters/index.ts'

/** What differs from an ordinary neighbour. `age` on polling day; `abroad`: as a Belgian abroad, where those vote. */
export interface AwkwardPerson {
  readonly age?: number
  readonly abroad?: boolean
  /** The day of birth is not known: the number ends its date in 00 and the list gives no date. */
  readonly birthDayUnknown?: boolean
  readonly cells: Readonly<Partial<Record<ColumnName, string>>>
}

const named = (last_name: string, first_names: string, more: AwkwardPerson['cells'] = {}): AwkwardPerson => ({
  cells: { last_name, first_names, ...more },
})

/** Invented, every one of them; what happens to each in a real list is not. */
export const awkwardPeople: readonly AwkwardPerson[] = [
  named('Vandenbossche-Opdenakker de Ligne van der Straeten-Waillet-Kempen', 'Marie-Antoinette'),
  named('Mukendi', ''),
  named('Ô', 'E'),
  named("D'Hondt", "D'Artagnan"),
  named('O’Callaghan', 'Siobhán'),
  named("'t Kindt", 'Fien'),
  named("Op 't Eynde", 'Jef'),
  named("van 't Hof-van den Broeck", 'Wim'),
  named('de le Court', 'Henri-Louis'),
  named('Łoś', 'Żaneta Łucja'),
  named('Şengül-Ğıldırım', 'İbrahim'),
  named('Őry', 'Ödön Űnige'),
  named('Țurcanu', 'Ștefan Ioniță'),
  named('Nguyễn Thị Hồng Ánh', 'Ngọc Quỳnh'),
  named('Đỗ', 'Ưu Ơn Ỷ'),
  named('Þórðardóttir', 'Æsa Øydis Åslaug'),
  named('Ķēniņš', 'Ģirts Ņikita'),
  named('Ɗiallo-Ɓarry', 'Aïssatou'), // letters outside what a plate carries: this letter is typeset whole
  named('Janssens', 'Albert Leopold Filip Lodewijk Karel Maria Jozef Ghislain Boudewijn'),
  named('De Smet', 'Jan', {
    street: 'Burgemeester Cornelis van Grootenbroeck-Vanderstichelenplein',
    house_number: '1234Z',
  }),
  named('Peeters', 'Lisa', { house_number: '12/3A', box: '0301' }),
  named('Van Looy', 'Rita', { house_number: '' }),
  named('Verhulst', 'Godelieve', { street: 'Woonzorgpad', house_number: '1', box: 'K214' }),
  named('Maes', 'Gustaaf', {
    ...{ street: 'Woonzorgpad', house_number: '1' },
    ...{ address_kind: 'INSTITUTION', care_of: 'WZC De Linde, afdeling Zonnebloem, kamer 215' },
  }),
  named('Diallo', 'Aminata', {
    ...{ street: 'Welzijnsplein', house_number: '2', address_kind: 'REFERENCE', care_of: 'OCMW' },
  }),
  named('Hendrickx', 'Nele', { address_kind: 'PROTECTED' }),
  named('Claes', 'Dirk', { no_post: 'GONE' }),
  named('Smets', 'Peggy', { no_post: 'RETURNED' }),
  named('Goossens', 'Tom', {
    delivery_street: 'Zeelaan',
    delivery_house_number: '8',
    delivery_postcode: '8999',
    delivery_city: 'Duinendorp',
  }),
  named('Lemmens', 'Sofie', {
    delivery_street: 'Rue de l’Église',
    delivery_house_number: '14 bis',
    delivery_postcode: '59000',
    delivery_city: 'Lille',
    delivery_country: 'FR',
  }),
  named('Raes', 'Koen', {
    delivery_street: '221B Baker Street, Flat 4, Marylebone',
    delivery_postcode: 'NW1 6XE',
    delivery_city: 'London',
    delivery_country: 'GB',
  }),
  { ...named('Ndiaye', 'Modou'), birthDayUnknown: true },
  { ...named('Leys', 'Irma'), age: 107 },
  { ...named('Baert', 'Lowie'), age: 18 },
  {
    ...named('Adriaens', 'Kaat', {
      street: 'Calle Ñuñoa',
      house_number: '3, 2º izq.',
      postcode: '28013',
      city: 'Madrid',
      country: 'ES',
    }),
    abroad: true,
  },
  {
    ...named('Wouters', 'Guido', {
      street: 'P.O. Box 4711',
      house_number: '',
      postcode: '',
      city: 'Dubai',
      country: 'AE',
    }),
    abroad: true,
  },
]
