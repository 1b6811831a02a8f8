import { randomUUID } from 'node:crypto'

export interface PublicationForm {
  /** The JSON part. */
  readonly message: unknown
  readonly fileName: string
  readonly document: Uint8Array
}

/**
 * The body of a publication: `messageToPublish`, then the document as `upfile1`, in one buffer with a known length,
 * which is what a server reads fastest.
 */
export function publicationBody(form: PublicationForm): { contentType: string; body: Buffer } {
  const boundary = `kiesloket-${randomUUID()}`
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="messageToPublish"',
    '',
    JSON.stringify(form.message),
    `--${boundary}`,
    `Content-Disposition: form-data; name="upfile1"; filename="${asHeaderText(form.fileName)}"`,
    'Content-Type: application/pdf',
    '',
    '',
  ].join('\r\n')
  const body = Buffer.concat([Buffer.from(head), form.document, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}

/** Percent-encoded when it is not plain ASCII; what would end the header's string always is. */
function asHeaderText(fileName: string): string {
  const text = /^[\x20-\x7e]*$/.test(fileName) ? fileName : encodeURIComponent(fileName)
  return text.replaceAll('"', '%22').replaceAll('\\', '%5C')
}
