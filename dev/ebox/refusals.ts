import type { RefusalStatus } from './faults.ts'

/** Why a message is refused, with the code and the message that the registry's own pages print. */
export type Refusal = Readonly<{
  status: 400 | 401 | 403 | 404 | 409 | 422
  code: string
  message: string
  /** The type of the problem, where another form than the registry's own is possible. */
  problem?: string
}>

const invalidInput = (message: string): Refusal => ({ status: 400, code: 'INVALID_INPUT', message })
const invalidSender = (message: string): Refusal => ({ status: 400, code: 'INVALID_SENDER', message })

export const refusals = {
  noToken: {
    status: 401,
    code: 'UNAUTHORIZED',
    message: 'Access token missing, invalid or expired',
  } as Refusal,
  missingScope: {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Scope not granted or not asked for',
  } as Refusal,
  nothingFound: { status: 404, code: 'NOT_FOUND', message: 'Nothing found' } as Refusal,
  schema: (where: string): Refusal => ({
    status: 400,
    code: 'INVALID_INPUT',
    message: where ? `Invalid Schema: ${where}` : 'Invalid Schema',
  }),
  notMultipart: invalidInput('Invalid Schema: multipart/form-data expected'),
  keyMissing: invalidInput('Invalid Schema: Idempotency-Key is missing'),
  keyNotQuoted: invalidInput('Invalid Schema: Idempotency-Key is not an RFC 8941 string (in double quotes)'),
  keyUsed: { status: 409, code: 'CONFLICT', message: 'Idempotency-Key was used before' } as Refusal,
  /** Our own rule, see `isTestNumber`; the number is not repeated. */
  notATestNumber: invalidInput('Recipient is not a test number'),
  /** Repeats ten digits only: eleven could be a person's. */
  notACompany: (number: string): Refusal =>
    invalidInput(`${/^\d{10}$/.test(number) ? number : 'Recipient'} is not a valid company`),
  wrongSender: invalidSender('Invalid sender: user credentials does not match payload'),
  wrongConfiguration: invalidSender('Invalid message configuration'),
  severalLanguages: {
    status: 400,
    code: 'NOT_IMPLEMENTED',
    message: 'Multiple languages provided when only one expected',
  } as Refusal,
  subjectTooLong: invalidInput('Invalid Schema: subject is longer than 400 characters'),
  fileNameTooLong: invalidInput('Invalid Schema: file name is longer than 255 characters'),
  noMainContent: invalidInput('No main content attachment. Exactly one is expected'),
  severalMainContents: invalidInput('Too many main content. Exactly one is expected'),
  wrongNumberOfParts: invalidInput('Json Attachments number is inconsistent with number of parts'),
  unknownPart: invalidInput('Some json attachment info do not match any file upload part'),
  barePart: invalidInput('Missing mediaType or fileName in part'),
  wrongMediaType: invalidInput(
    'Attachment mime type is not valid. See spec for list of available mime types',
  ),
  /** A fault: this one message, for a reason that nobody foresaw. */
  thisMessage: (status: RefusalStatus): Refusal => ({
    ...{ status, message: 'This message is refused' },
    ...{
      400: { code: 'INVALID_INPUT', problem: 'badRequest' },
      403: { code: 'FORBIDDEN', problem: 'missingPermission' },
      404: { code: 'NOT_FOUND', problem: 'resourceNotFound' },
      422: { code: 'UNPROCESSABLE_CONTENT', problem: 'unprocessableContent' },
    }[status],
  }),
  wrongDigest: { status: 400, code: 'DIGEST_DO_NOT_MATCH', message: 'Issue with Digest' } as Refusal,
} as const

/** The media types that the registry takes (v2.1). */
export const mediaTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/zip',
  'text/csv',
  'text/html',
  'text/plain',
  'text/xml',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.graphics',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
])
