import { z } from 'zod'
import { count, type Setting, url } from './setting.ts'

/** As `frame-ancestors` of a security policy takes them. On one's own machine plain http does. */
const origin = String.raw`(https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?|http://(localhost|127\.0\.0\.1):\d+)`
const origins = z.string().regex(new RegExp(`^${origin}( ${origin})*$`), 'are no origins')

/** Who logs in, how and for how long: staff and citizens. */
export const loginSettings = [
  {
    name: 'ACM_ISSUER',
    schema: url.optional(),
    help: 'Issuer of the login service for staff (ACM/IDM). Absent: nobody can log in, all work goes by command line.',
  },
  {
    name: 'ACM_CLIENT_ID',
    schema: z.string().default('kiesloket-demo'),
    help: 'Client id at that service.',
  },
  {
    name: 'ACM_PRIVATE_KEY_FILE',
    schema: z.string().optional(),
    help: 'RSA private key (PKCS#8 PEM) of that client (`private_key_jwt`).',
  },
  {
    name: 'ACM_ROLE_SCOPE',
    schema: z.string().regex(/^\w+$/).default('kiesloket'),
    help: "The application's own scope there; roles are read from the claim of this name with `_rol_3d` behind it.",
  },
  {
    name: 'ACM_ACR_VALUES',
    schema: z.string().optional(),
    help: 'Means to log in that are asked for, separated by spaces. Absent: what the integration has.',
  },
  {
    name: 'ACM_CITIZEN_CLIENT_ID',
    schema: z.string().optional(),
    help: 'Client id there of the door for citizens. Absent: citizens cannot log in, and see general pages only.',
  },
  {
    name: 'ACM_CITIZEN_PRIVATE_KEY_FILE',
    schema: z.string().optional(),
    help: 'RSA private key (PKCS#8 PEM) of that client. Absent: `ACM_PRIVATE_KEY_FILE`.',
  },
  {
    name: 'ACM_CITIZEN_ACR_VALUES',
    schema: z.string().optional(),
    help: 'Means by which citizens log in (eID, itsme), separated by spaces. Absent: what the integration has.',
  },
  {
    name: 'CITIZEN_SESSION_MINUTES',
    schema: count(240),
    help: 'How long a citizen stays logged in at most, in minutes, however often they say that they are still there. WCAG 2.2.1 asks for ten times the time of the next setting.',
  },
  {
    name: 'CITIZEN_SESSION_IDLE_MINUTES',
    schema: count(20),
    help: 'After how many minutes without a click a citizen is logged out.',
  },
  {
    name: 'EMBED_ANCESTORS',
    schema: origins.optional(),
    help: "Origins of the sites that may show a citizen's pages in a frame, separated by spaces, over https. `https://*.burgerprofiel.be` stands for all below it. Absent: nobody may.",
  },
  {
    name: 'ACM_TIMEOUT_MS',
    schema: count(5_000),
    help: 'How long one answer of that service may take, in milliseconds.',
  },
  {
    name: 'OPERATOR_ORGANISATION',
    schema: z
      .string()
      .regex(/^[01][0-9]{9}$/)
      .optional(),
    help: 'Enterprise number of whoever runs the installation: the role `uitbater` counts there only. Absent: nowhere.',
  },
  {
    name: 'SESSION_IDLE_MINUTES',
    schema: count(20),
    help: 'How long staff stay logged in without doing anything, in minutes.',
  },
  {
    name: 'SESSION_MINUTES',
    schema: count(600),
    help: 'How long staff stay logged in at most, in minutes.',
  },
  {
    name: 'FRESH_LOGIN_MINUTES',
    schema: count(10),
    help: "How recent a login has to be for what can't be taken back, in minutes.",
  },
  {
    name: 'LOGINS_PER_MINUTE',
    schema: count(600),
    help: 'Most logins a minute that may begin from one address, and as many that may end: a town hall is often one address. Browsers in which somebody logged in before do not count here.',
  },
  {
    name: 'LOGINS_PER_PERSON',
    schema: count(30),
    help: 'Most logins a minute of one person of the staff, from whichever address.',
  },
  {
    name: 'CITIZEN_LOGINS_PER_MINUTE',
    schema: count(6000),
    help: 'The same for citizens: thousands of phones of one network may share an address. Browsers in which a citizen logged in before do not count here.',
  },
  {
    name: 'CITIZEN_LOGINS_PER_PERSON',
    schema: count(30),
    help: 'Most logins a minute of one citizen, and of one browser in which a citizen logged in before.',
  },
  {
    name: 'PROXY_HOPS',
    schema: z.coerce.number().int().min(0).default(0),
    help: 'Proxies of your own before the pages: so many entries of `X-Forwarded-For` from the right are believed.',
  },
] as const satisfies readonly Setting[]
