import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type MunicipalityId, newId } from '../platform/ids.ts'
import type { MunicipalitySettings } from './municipality.ts'

const address = { street: 'Marktplein', houseNumber: '1', postcode: '9999', city: 'Zonnedorp' }

/** Settings of an invented municipality; `number` keeps slug, NIS code and enterprise number apart. */
export function aMunicipality(number = 1, changes: Partial<MunicipalitySettings> = {}): MunicipalitySettings {
  const base = String(19_990_000 + number)
  return {
    name: `Zonnedorp ${number}`,
    slug: `zonnedorp-${number}`,
    nisCode: String(99_000 + number),
    enterpriseNumber: `0${base.slice(1)}${String(97 - (Number(`0${base.slice(1)}`) % 97)).padStart(2, '0')}`,
    languageRegime: 'nl',
    contact: {
      department: 'Burgerzaken',
      address,
      phone: '09 999 10 10',
      email: 'verkiezingen@zonnedorp.example',
      website: 'https://www.zonnedorp.example',
    },
    duplicateDesk: { place: 'Gemeentehuis', address, hours: ['Elke werkdag van 9 tot 12 uur'] },
    sender: { signedBy: ['Namens het college van burgemeester en schepenen'] },
    ebox: { senderApplicationId: 'kiesloket:verkiezing:brieven', messageTypeId: 'KIESBRIEF' },
    ...changes,
  }
}

/** Keeps such a municipality, by a number that is its id as well. */
export async function keepMunicipality(database: Database, municipalityId: MunicipalityId): Promise<void> {
  const document = aMunicipality(municipalityId)
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`with town as (
          insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
          values (${municipalityId}, ${document.slug}, ${document.name}, ${document.nisCode}, ${document.enterpriseNumber})
          returning municipality_id)
        insert into municipalities.settings (municipality_id, version, document, recorded_by)
        select t.municipality_id, 1, ${JSON.stringify(document)}::jsonb, 'test' from town t`.execute(db),
  )
}

/** An address that nobody else of the test has. */
export function anEmail(): string {
  return `${newId<string>()}@zonnedorp.example`
}
