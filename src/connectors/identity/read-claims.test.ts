import { expect, test } from 'vitest'
import { readClaims, readRole } from './read-claims.ts'

const claims = { iss: 'https://login.example/op', sub: 'a', given_name: 'An', family_name: 'Peeters' }

test.each([
  ['Kiesloket-medewerker:1999000150', { role: 'medewerker', organisations: ['1999000150'] }],
  [
    'Kiesloket-vrijgever: 1999000150 , 1999000249',
    { role: 'vrijgever', organisations: ['1999000150', '1999000249'] },
  ],
  ['Kiesloket-twee-delen:1999000150', { role: 'twee-delen', organisations: ['1999000150'] }],
  ['Kiesloket-medewerker:', { role: 'medewerker', organisations: [] }],
])('the role %s', (text, role) => expect(readRole(text)).toEqual(role))

test.each(['', 'medewerker', 'Kiesloket:1999-000', 'Kiesloket-medewerker'])('%o is no role', (text) =>
  expect(readRole(text)).toBeUndefined(),
)

test('a person with a role, and one without', () => {
  const asked = { ...claims, auth_time: 1_000, kiesloket_rol_3d: ['Kiesloket-lezer:1999000150', 'broken'] }
  expect(readClaims(asked, 'kiesloket_rol_3d')).toMatchObject({
    name: 'An Peeters',
    roles: [{ role: 'lezer', organisations: ['1999000150'] }],
    authenticatedAt: new Date(1_000_000),
  })
  expect(readClaims(claims, 'kiesloket_rol_3d')).toMatchObject({ roles: [] })
})

test('claims of another form are no identity', () => {
  expect(readClaims({ iss: 'x' }, 'r')).toBeUndefined()
  expect(readClaims({ ...claims, r: [{ role: 'x' }] }, 'r')).toBeUndefined()
})
