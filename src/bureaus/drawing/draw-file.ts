import { z } from 'zod'

/**
 * How the order is made; another way gets another name, and files of earlier ones stay readable. From the second on a public value has one
 * spelling, and what was given up before is told.
 */
export const drawAlgorithms = ['kiesloket-draw-1', 'kiesloket-draw-2'] as const
export const drawAlgorithm = 'kiesloket-draw-2'

const text = z.string().trim().min(1).max(300)
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
const moment = z.iso.datetime()

/** Those out of whom is drawn for one bureau, by pseudonyms: nothing personal is published. */
const pool = z.strictObject({
  /** `section-12`. */
  unit: name,
  /** How many are drawn; the rest of the order is the queue. */
  places: z.int().min(1),
  /** In ascending order. */
  people: z.array(sha256Hex).min(1),
})

/** A draw of this election that was fixed and given up, before this one was fixed. */
const givenUp = z.strictObject({
  drawId: name,
  commitment: sha256Hex,
  committedAt: moment,
  knownAt: moment,
  /** Nothing: it was not written down when. */
  withdrawnAt: moment.nullable(),
  /** Given up when its public value could be known, or when that can't be excluded. */
  afterChance: z.boolean(),
  why: z.string().max(500),
})

/** What is fixed, and published by its hash, before anybody can know the seed. */
const frozenDrawSchema = z.strictObject({
  algorithm: z.enum(drawAlgorithms),
  drawId: name,
  election: z.strictObject({ municipality: text, code: text, pollingDay: z.iso.date() }),
  rules: z.strictObject({ regime: text, version: z.int().min(1) }),
  randomness: z.strictObject({
    /** A public value that nobody here can steer: a draw of a lottery, a round of a beacon. */
    publicSource: text,
    /** When it becomes known. */
    knownAt: moment,
    /** How many dice the magistrate throws besides. */
    dice: z.int().min(0).max(100),
  }),
  pools: z.array(pool).min(1),
  /** The earliest first; from the second algorithm on. */
  withdrawn: z.array(givenUp).optional(),
})
const isComplete = ({ algorithm, withdrawn }: z.infer<typeof frozenDrawSchema>) =>
  (withdrawn === undefined) === (algorithm === 'kiesloket-draw-1')

/** The file that anybody recomputes: what was frozen, what chance said, and the order that follows. */
export const drawSchema = z.strictObject({
  frozen: frozenDrawSchema.refine(isComplete, {
    error: 'says what was given up before, from the second algorithm on',
  }),
  commitment: sha256Hex,
  committedAt: moment,
  publicValue: text,
  dice: z.array(z.int().min(1).max(6)).max(100),
  drawnAt: moment,
  seed: sha256Hex,
  orders: z.array(z.strictObject({ unit: name, order: z.array(sha256Hex) })),
})

export type GivenUpDraw = z.infer<typeof givenUp>
export type FrozenDraw = z.infer<typeof frozenDrawSchema>
export type Draw = z.infer<typeof drawSchema>
