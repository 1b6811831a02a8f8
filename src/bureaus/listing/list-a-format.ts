/** Columns of a file for list A, one row for each naming of a person. `docs/formats/list-a.md` says the same to people. */
export const listAColumns = [
  { name: 'national_number', required: true, maxLength: 20 },
  { name: 'last_name', required: true, maxLength: 100 },
  { name: 'first_names', required: false, maxLength: 100 },
  { name: 'category', required: true, maxLength: 40 },
  { name: 'source', required: true, maxLength: 100 },
  { name: 'place', required: false, maxLength: 6 },
  { name: 'profession', required: false, maxLength: 100 },
  { name: 'received_on', required: false, maxLength: 10 },
  { name: 'birth_date', required: false, maxLength: 10 },
  { name: 'street', required: false, maxLength: 100 },
  { name: 'house_number', required: false, maxLength: 20 },
  { name: 'box', required: false, maxLength: 20 },
  { name: 'postcode', required: false, maxLength: 10 },
  { name: 'city', required: false, maxLength: 100 },
] as const

export type ListAColumn = (typeof listAColumns)[number]['name']
export type ListAFields = Readonly<Record<ListAColumn, string>>
