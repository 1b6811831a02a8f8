/** The way to the login service (ACM/IDM): OpenID Connect behind the port of `platform/identity.ts`. */
export { createAcm, createCitizenAcm } from './acm.ts'
