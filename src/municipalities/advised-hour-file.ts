import { z } from 'zod'
import { slotLengths } from './municipality.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'has to be a time as 08:30' })

/** How a municipality's file says in which parts it advises its voters to come. */
export const advisedHour = z
  .strictObject({
    slotMinutes: z
      .union(slotLengths.map((minutes) => z.literal(minutes)))
      .describe('how long a part is, in minutes: 15, 20, 30 or 60'),
    from: clockTime
      .optional()
      .describe('when the first part begins, as 08:00; absent: when polling places open'),
    until: clockTime.optional().describe('before when the last part ends; absent: when polling places close'),
  })
  .refine(({ from = '00:00', until = '24:00' }) => from < until, {
    path: ['until'],
    error: 'has to be after "from"',
  })
