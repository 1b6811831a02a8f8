import type { CitizenIdentity, LoginService } from '../../platform/identity.ts'
import { type ClientSettings, createLogin } from './openid.ts'
import { readCitizen } from './read-citizen.ts'
import { readClaims } from './read-claims.ts'

export interface AcmSettings extends ClientSettings {
  /** The application's own scope; its claim is called the same with `_rol_3d` behind it. */
  readonly roleScope: string
}

/** The door for staff: who they are, for which organisation, and in which roles. Their national number is not asked. */
export function createAcm({ roleScope, ...settings }: AcmSettings): LoginService {
  const roleClaim = `${roleScope}_rol_3d`
  return createLogin(settings, {
    scope: `openid profile vo ${roleScope}`,
    capacity: 'LB',
    read: (claims) => readClaims(claims, roleClaim),
  })
}

/** The door for citizens: their national number and what they are called, and nothing else. */
export function createCitizenAcm(
  settings: ClientSettings,
  numbers: { readonly allowTestNumbers: boolean },
): LoginService<CitizenIdentity> {
  return createLogin(settings, {
    scope: 'openid profile rrn',
    capacity: 'BUR',
    read: (claims) => readCitizen(claims, numbers),
  })
}
