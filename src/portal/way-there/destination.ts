import type { MyLetter } from '../../letters/index.ts'
import type { Destination } from './directions.ts'

/**
 * Where this letter sends its reader. A building that has another name or another address by now is not shown where it is now: what counts
 * is what the letter says, until there is a new one.
 */
export function destinationOf({ form, section }: Pick<MyLetter, 'form' | 'section'>): Destination {
  const { place: name, addressLines } = form.data.room
  const isSame =
    section !== undefined &&
    section.place.name === name &&
    addressLines.some((line) => line.includes(section.place.address.street))
  return { name, addressLines, coordinates: isSame ? section.place.details.coordinates : undefined }
}
