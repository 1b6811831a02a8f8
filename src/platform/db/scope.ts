import type { MunicipalityId } from '../ids.ts'

/**
 * Who is looking. *Staff*: the municipalities of the session. *Person*: one citizen's look-up index, over
 * all municipalities. *Authority*: the area granted to a main bureau or province. *Directory*: the names of
 * the tenants and nothing else. There is no scope that sees everything.
 */
export type Scope =
  | { readonly staff: readonly MunicipalityId[] }
  | { readonly person: Uint8Array }
  | { readonly authority: string }
  | { readonly directory: true }
  | { readonly session: Uint8Array }

export function staffOf(municipality: MunicipalityId): Scope {
  return { staff: [municipality] }
}

/** The statement that narrows the running transaction; its values are checked, so it can be plain text. */
export function scopeStatement(scope: Scope): string {
  const { name, value } = setting(scope)
  return `set local kiesloket.${name} = '${value}'`
}

function setting(scope: Scope): { name: string; value: string } {
  if ('staff' in scope) return { name: 'municipalities', value: scope.staff.map(wholeNumber).join(',') }
  if ('person' in scope) return { name: 'person', value: Buffer.from(scope.person).toString('hex') }
  if ('session' in scope) return { name: 'session', value: Buffer.from(scope.session).toString('hex') }
  if ('authority' in scope) return { name: 'authority', value: word(scope.authority) }
  return { name: 'directory', value: 'on' }
}

function wholeNumber(id: number): string {
  if (!Number.isSafeInteger(id) || id < 1) throw new Error('a municipality id is a whole number from 1')
  return String(id)
}

function word(authority: string): string {
  if (!/^[a-z0-9:-]{1,100}$/.test(authority))
    throw new Error('an authority is named in small letters, digits, : and -')
  return authority
}
