import { z } from 'zod'
import type { Setting } from '../setting.ts'

/** In whose name passes for Apple Wallet are made. */
export const passSettings = [
  {
    name: 'APPLE_PASS_TYPE',
    schema: z
      .string()
      .regex(/^pass\.[\w.-]+$/, 'is no pass type identifier as pass.be.example.kiesloket')
      .optional(),
    help: 'Pass type identifier at Apple, as `pass.be.example.kiesloket`. Absent: no page offers a pass for Apple Wallet.',
  },
  {
    name: 'APPLE_PASS_TEAM',
    schema: z
      .string()
      .regex(/^[A-Z0-9]{10}$/, 'is no team identifier of ten capitals and digits')
      .optional(),
    help: 'Team identifier at Apple; needed with `APPLE_PASS_TYPE`, as are the two that follow.',
  },
  {
    name: 'APPLE_PASS_CERTIFICATE_FILE',
    schema: z.string().optional(),
    help: 'Certificates in PEM: the one of that pass type, then the one of Apple that issued it (WWDR).',
  },
  {
    name: 'APPLE_PASS_KEY_FILE',
    schema: z.string().optional(),
    help: 'Private key (PKCS#8 PEM) of the first of them.',
  },
] as const satisfies readonly Setting[]
