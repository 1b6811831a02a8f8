import type { Readable } from 'node:stream'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isCsrfTokenOf, readCookie } from '../cookies.ts'
import type { Desk } from '../desk.ts'

/** The file of an upload as it comes in, when the form is one of this session. */
export function receiveFile<Received>(
  { context, deps }: Desk,
  file: {
    readonly field: string
    readonly maxBytes: number
    readonly receive: (stream: Readable, name: string) => Promise<Received>
  },
) {
  const session = readCookie(context, deps.config, 'session') ?? ''
  return readUpload(context, { ...file, isOurToken: (token) => isCsrfTokenOf(session, token) })
}
