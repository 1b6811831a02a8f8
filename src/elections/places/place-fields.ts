import { columnsOfPlace, type PlaceColumn, type PlaceFields, placeColumns } from './places-format.ts'
import type { PollingPlace, Section } from './section.ts'

/** What describes a building, as the cells of the list say it; its code is fixed. */
export type PlaceTexts = Readonly<
  Record<Exclude<PlaceColumn, 'section' | 'room' | 'district' | 'size_leave'>, string>
>

/** A building as the list would write it. */
export function fieldsOfPlace({ code, name, address, details }: PollingPlace): PlaceTexts {
  const { entrance, french, stepFree, facilities, coordinates } = details
  return {
    place_code: code,
    place_name: name,
    street: address.street,
    house_number: address.houseNumber,
    box: address.box ?? '',
    postcode: address.postcode,
    city: address.city,
    entrance: entrance ?? '',
    entrance_fr: french?.entrance ?? '',
    step_free: stepFree === undefined ? '' : stepFree ? 'ja' : 'nee',
    facilities: facilities?.join('|') ?? '',
    latitude: coordinates ? String(coordinates.latitude) : '',
    longitude: coordinates ? String(coordinates.longitude) : '',
  }
}

/** A section as its row in the list. */
export function fieldsOfSection({ section, room, district, sizeLeave, place }: Section): PlaceFields {
  const own = { section: String(section), room, district: district ?? '', size_leave: sizeLeave ?? '' }
  return { ...own, ...fieldsOfPlace(place) }
}

/** Which columns of a building read otherwise than before. */
export function changedColumns(before: PlaceTexts, after: PlaceTexts): (keyof PlaceTexts)[] {
  const names = placeColumns.map(({ name }) => name).filter((name) => columnsOfPlace.includes(name))
  return (names as (keyof PlaceTexts)[]).filter((name) => before[name] !== after[name])
}
