// Voters of a pack as lines with tabs: they squeeze to a tenth, and a phone holds 400,000 of them as text where it could not
// hold as many objects.

/** @typedef {{ listNumber: number, lastName: string, firstNames: string, birthYear?: number | undefined, street: string,
 *   place: string, section: number, hasLetter: boolean, duplicates: number }} PackedVoter */

/** @param {string} text */
const plain = (text) => text.replaceAll(/[\t\n\r]/g, ' ')

/** @param {PackedVoter} voter */
export function lineOf(voter) {
  const { listNumber, lastName, firstNames, birthYear, street, place, section, hasLetter, duplicates } = voter
  const facts = [listNumber, plain(lastName), plain(firstNames), birthYear ?? '', plain(street), plain(place)]
  return [...facts, section, hasLetter ? 1 : 0, duplicates].join('\t')
}

/** @param {string} line @returns {PackedVoter} */
export function voterOf(line) {
  const [
    listNumber,
    lastName = '',
    firstNames = '',
    year,
    street = '',
    place = '',
    section,
    letter,
    duplicates,
  ] = line.split('\t')
  return {
    ...{ listNumber: Number(listNumber), lastName, firstNames, street, place },
    ...(year && { birthYear: Number(year) }),
    ...{ section: Number(section), hasLetter: letter === '1', duplicates: Number(duplicates) },
  }
}
