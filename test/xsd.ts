import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

/** Kept for all tests of a process: reading a schema takes longer than checking a file. */
const validators = new Map<string, XsdValidator>()

function validatorOf(schema: string): XsdValidator {
  const known = validators.get(schema)
  if (known) return known
  using described = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'specs', schema)))
  const validator = XsdValidator.fromDoc(described)
  validators.set(schema, validator)
  return validator
}

/** What a schema of `test/specs` has against an XML text, by libxml2: nothing, when it keeps to it. */
export function xsdFaults(schema: string, xml: string): string[] {
  const validator = validatorOf(schema)
  try {
    using document = XmlDocument.fromString(xml)
    validator.validate(document)
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}
