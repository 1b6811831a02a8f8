import { z } from 'zod'

/** One setting of an installation: a variable of the environment. */
export interface Setting {
  readonly name: string
  readonly schema: z.ZodType
  readonly help: string
  readonly secret?: boolean
  /** Production has to say it: what stands in for it is for one's own machine. */
  readonly requiredInProduction?: boolean
}

export const count = (fallback: number) => z.coerce.number().int().positive().default(fallback)
export const url = z.url().transform((text) => text.replace(/\/+$/, ''))
