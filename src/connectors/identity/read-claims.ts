import { z } from 'zod'
import type { GrantedRole, Identity } from '../../platform/identity.ts'

/** What of the claims of an ID token concerns us; `vo_*` are those of the scope `vo`. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  vo_doelgroepcode: z.string().optional(),
  vo_orgcode: z.string().optional(),
  vo_email: z.string().optional(),
  auth_time: z.number().optional(),
})

/** A claim of one value may come as a text instead of a list of one. */
const rolesSchema = z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional()

/** Reads an identity from claims. `undefined` when they are not of the form that the service documents. */
export function readClaims(claims: object, roleClaim: string): Identity | undefined {
  const read = claimsSchema.safeParse(claims)
  const roleTexts = rolesSchema.safeParse((claims as Record<string, unknown>)[roleClaim])
  if (!read.success || !roleTexts.success) return undefined
  const { iss, sub, given_name, family_name, vo_doelgroepcode, vo_orgcode, vo_email, auth_time } = read.data
  return {
    issuer: iss,
    subject: sub,
    name: [given_name, family_name].filter(Boolean).join(' ') || sub,
    email: vo_email,
    targetGroup: vo_doelgroepcode,
    organisation: vo_orgcode,
    roles: (roleTexts.data ?? []).flatMap((text) => readRole(text) ?? []),
    ...(auth_time !== undefined && { authenticatedAt: new Date(auth_time * 1000) }),
  }
}

/** `Application-role:organisation,organisation` */
export function readRole(text: string): GrantedRole | undefined {
  const colon = text.indexOf(':')
  const dash = text.indexOf('-')
  if (dash < 0 || colon < dash) return undefined
  const organisations = text
    .slice(colon + 1)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return { role: text.slice(dash + 1, colon).trim(), organisations }
}
