import {
  faultsOfMunicipalityFile,
  type MunicipalitySettings,
  readSettings,
} from '../../municipalities/index.ts'
import { type ToldFault, told, toldOfNoJson } from './fault-texts.nl.ts'

/** A municipality file that somebody sent: its settings, or every fault of it in Dutch. */
export function readMunicipalityFile(
  sent: string,
): { ok: true; settings: MunicipalitySettings } | { ok: false; faults: readonly ToldFault[] } {
  const text = sent.replace(/^\ufeff/, '')
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    return { ok: false, faults: [toldOfNoJson(text, (error as Error).message)] }
  }
  const read = readSettings(document)
  return read.ok ? read : { ok: false, faults: faultsOfMunicipalityFile(document).map(told) }
}
