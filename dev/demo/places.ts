import { placeColumns } from '../../src/elections/index.ts'
import { csvRows } from '../../src/platform/csv/write-csv.ts'

/** Polling places of the invented municipality: some buildings with one room, some with four. */

const buildings = [
  ['Sporthal De Zonnewijzer', 'Sportlaan', 'Zaal', 'Ingang langs de parking'],
  ['Gemeentehuis', 'Marktplein', 'Raadzaal', 'Hoofdingang, naast de trappen'],
  ['Basisschool Het Klaverblad', 'Schoolstraat', 'Klas', 'Poort in de Schoolstraat'],
  ['Ontmoetingscentrum De Linde', 'Lindedreef', 'Zaal', 'Ingang op het plein'],
  ['Bibliotheek', 'Boekweitstraat', 'Leeszaal', ''],
  ['Woonzorgcentrum Avondzon', 'Rustoordlaan', 'Cafetaria', 'Hoofdingang'],
  ['Jeugdhuis ’t Kasteeltje', 'Kasteeldreef', 'Zaal', 'Ingang achteraan'],
  ['Muziekacademie', 'Orgelpad', 'Lokaal', 'Ingang langs de binnenplaats'],
] as const

const roomsPerBuilding = [4, 1, 3, 2, 1, 1, 2, 3]
const votersPerSection = 800

/** How many sections a list of this size is divided into (Kieswetboek art. 90: at most 800 voters each). */
export function sectionNumbers(voters: number): number[] {
  return Array.from({ length: Math.max(3, Math.ceil(voters / votersPerSection)) }, (_, index) => index + 1)
}

/** The places file, in the documented format. */
export function placesCsv(sections: readonly number[], postcode: string, city: string): string {
  const header = placeColumns.map(({ name }) => name)
  return csvRows([
    header,
    ...rooms(sections.length).map((room, index) => row(sections[index]!, room, postcode, city)),
  ])
}

interface Room {
  readonly building: number
  readonly number: number
}

function rooms(count: number): Room[] {
  const found: Room[] = []
  for (let building = 0; found.length < count; building++) {
    const many = roomsPerBuilding[building % roomsPerBuilding.length]!
    for (let number = 1; number <= many && found.length < count; number++) found.push({ building, number })
  }
  return found
}

function row(
  section: number,
  { building, number }: Room,
  postcode: string,
  city: string,
): (string | number)[] {
  const round = Math.floor(building / buildings.length)
  const [name, street, room, entrance] = buildings[building % buildings.length]!
  const cells: Record<string, string | number> = {
    section,
    room: `${room} ${number}`,
    place_code: `P${building + 1}`,
    place_name: round === 0 ? name : `${name} ${round + 1}`,
    street,
    house_number: 1 + round * 10 + building,
    postcode,
    city,
    entrance,
    step_free: building % 8 === 6 ? 'nee' : 'ja',
    latitude: (51.0512 + (building % 8) * 0.0031).toFixed(4),
    longitude: (3.7219 + ((building * 3) % 8) * 0.0027 + round * 0.01).toFixed(4),
    facilities: building % 2 === 0 ? 'aangepast stemhokje|parkeerplaats voor personen met een handicap' : '',
  }
  return placeColumns.map((column) => cells[column.name] ?? '')
}
