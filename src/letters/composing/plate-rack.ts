import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type LoadedPlate, loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { pressVersion } from '../../platform/pdf/press.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import {
  letterTemplate,
  type PlateFacts,
  plateSource,
  sharedData,
} from '../letter-template/letter-template.ts'
import { type PlateKind, type PlatesOf, plateFacts, plateKey } from './plate-facts.ts'
import { findPlateByKey, insertPlate, type MadePlate, type TextVersions } from './plate-store.ts'

/** A plate ready for the press, with the facts that all its letters share. */
export interface PlateOnRack {
  readonly key: string
  readonly sha256: Buffer
  readonly facts: PlateFacts
  readonly loaded: LoadedPlate
}

/** The plates of a section: made once, stored, and at hand while its letters are composed. */
export interface PlateRack {
  plateFor(kind: PlateKind): Promise<PlateOnRack>
  /** How many different plates were asked for. */
  size(): number
}

export function createPlateRack(
  { database, typesetter }: { database: Database; typesetter: Typesetter },
  shared: PlatesOf,
): PlateRack {
  const { municipalityId, electionId } = shared.election
  const scope = staffOf(municipalityId)
  const plates = new Map<string, Promise<PlateOnRack>>()
  return {
    plateFor(kind) {
      const name = `${kind.language} ${kind.category} ${kind.moved} ${kind.correction}`
      const known = plates.get(name) ?? fetchPlate(plateFacts(shared, kind))
      plates.set(name, known)
      return known
    },
    size: () => plates.size,
  }

  async function fetchPlate(facts: PlateFacts): Promise<PlateOnRack> {
    const key = plateKey(facts, letterTemplate.version, pressVersion)
    const stored = await database.inScope(scope, (db) => findPlateByKey(db, municipalityId, electionId, key))
    const plate = stored ?? (await makeAndStore(facts, key))
    return { key, sha256: plate.plateSha256, facts, loaded: loadPlate(plate.bytes) }
  }

  async function makeAndStore(facts: PlateFacts, key: string): Promise<MadePlate> {
    const made = await makePlate(typesetter, plateSource(facts))
    const plate = {
      key,
      plateSha256: identityOf(made.hash, facts),
      facts,
      letterData: sharedData(facts),
      bytes: Buffer.from(made.bytes),
      templateVersion: letterTemplate.version,
      pressVersion,
      textVersions: textVersions(shared.election),
    }
    await database.inScope(scope, (db) => insertPlate(db, municipalityId, electionId, plate))
    return plate
  }
}

/** Letters that read the same may go on paper of another colour, and then they are no letters of one plate. */
function identityOf(hash: string, { election }: PlateFacts): Buffer {
  return sha256OfJson({ hash, paperColour: election.paperColour ?? null })
}

function textVersions({ ruleset }: Election): TextVersions {
  return {
    ruleset: ruleset.id,
    version: ruleset.version,
    ...(ruleset.french && { french: ruleset.french.version }),
  }
}
