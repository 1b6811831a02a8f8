import { type Logger, pino } from 'pino'

export type { Logger }

const secretFields = [
  'nrn',
  'ssin',
  'nationalNumber',
  'iban',
  'token',
  'password',
  'authorization',
  'credential',
]

/** Structured logs on stderr; fields that could hold personal data or secrets are redacted at any depth met. */
export function createLogger(level: string): Logger {
  const paths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  return pino(
    { level, redact: { paths, censor: '[redacted]' }, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
}
