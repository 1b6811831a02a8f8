/** Columns of a places list, one row per voting section. `docs/formats/places.md` is checked against this. */
export const placeColumns = [
  {
    name: 'section',
    required: true,
    maxLength: 6,
    meaning: 'number of the voting section (stemafdeling), from 1',
  },
  {
    name: 'room',
    required: true,
    maxLength: 60,
    meaning: 'room where the section votes, as its door says it',
  },
  {
    name: 'district',
    required: false,
    maxLength: 60,
    meaning: 'district where the section lies, in a city that elects district councils',
  },
  {
    name: 'size_leave',
    required: false,
    maxLength: 120,
    meaning: 'decision of the governor that lets the section have more voters than usual: its day and number',
  },
  { name: 'place_code', required: true, maxLength: 20, meaning: 'your own code of the building' },
  { name: 'place_name', required: true, maxLength: 80, meaning: 'name of the building' },
  { name: 'street', required: true, maxLength: 80, meaning: 'street of the building, without the number' },
  {
    name: 'house_number',
    required: true,
    maxLength: 12,
    meaning: 'house number; may be empty where there is none',
  },
  { name: 'box', required: false, maxLength: 12, meaning: 'box (bus)' },
  { name: 'postcode', required: true, maxLength: 4, meaning: 'postcode, four digits' },
  { name: 'city', required: true, maxLength: 60, meaning: 'city or village' },
  { name: 'entrance', required: false, maxLength: 120, meaning: 'where to go in, in Dutch' },
  {
    name: 'entrance_fr',
    required: false,
    maxLength: 120,
    meaning: 'the same in French, where letters may be French; without it they say it in Dutch',
  },
  {
    name: 'step_free',
    required: false,
    maxLength: 5,
    meaning: 'reached without a step: ja or nee; empty when unknown',
  },
  {
    name: 'facilities',
    required: false,
    maxLength: 300,
    meaning: 'what helps people, in Dutch, with | between',
  },
  { name: 'latitude', required: false, maxLength: 12, meaning: 'WGS 84, decimal degrees, with longitude' },
  { name: 'longitude', required: false, maxLength: 12, meaning: 'WGS 84, decimal degrees, with latitude' },
] as const

export type PlaceColumn = (typeof placeColumns)[number]['name']
export type PlaceFields = Readonly<Record<PlaceColumn, string>>

/** Columns whose cells may be empty although the column has to be there. */
export const mayBeEmpty: ReadonlySet<PlaceColumn> = new Set<PlaceColumn>(['house_number'])

const columnsOfSection: readonly PlaceColumn[] = ['section', 'room', 'district', 'size_leave']

/** All that describes the building: rows of one building have to agree on it. */
export const columnsOfPlace: readonly PlaceColumn[] = placeColumns
  .map(({ name }) => name)
  .filter((name) => !columnsOfSection.includes(name))
