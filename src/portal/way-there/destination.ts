import type { WhereToVote } from '../../letters/index.ts'
import type { Destination } from './directions.ts'

/** Where this voter goes. On a map it stands only as long as it is the building of which the coordinates are known. */
export function destinationOf({ form, section }: Pick<WhereToVote, 'form' | 'section'>): Destination {
  const { place: name, addressLines } = form.data.room
  const isSame =
    section !== undefined &&
    section.place.name === name &&
    addressLines.some((line) => line.includes(section.place.address.street))
  return { name, addressLines, coordinates: isSame ? section.place.details.coordinates : undefined }
}
