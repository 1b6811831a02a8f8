import pg from 'pg'

const codes = { unique: '23505', 'foreign-key': '23503', check: '23514' } as const

/**
 * The name of the constraint that refused a statement, when the error is a violation of this kind; an empty
 * text when a trigger refused without naming one.
 */
export function violatedConstraint(error: unknown, kind: keyof typeof codes): string | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code !== codes[kind]) return undefined
  return error.constraint ?? ''
}

/** Was a statement given up because others held what it needed for longer than it may wait? */
export function lockNotGranted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01')
}
