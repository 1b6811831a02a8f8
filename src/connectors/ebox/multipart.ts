import { randomUUID } from 'node:crypto'

export interface PublicationForm {
  /** The JSON part. */
  readonly message: unknown
  readonly fileName: string
  readonly document: Uint8Array
}

/**
 * The body of a publication: `messageToPublish`, then the document as `upfile1`; in pieces, so that no document is copied on
 * its way out.
 */
export function publicationBody(form: PublicationForm): { contentType: string; body: Uint8Array[] } {
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
  const body = [Buffer.from(head), form.document, Buffer.from(`\r\n--${boundary}--\r\n`)]
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}

/** Percent-encoded when it is not plain ASCII; what would end the header's string always is. */
function asHeaderText(fileName: string): string {
  const text = /^[\x20-\x7e]*$/.test(fileName) ? fileName : encodeURIComponent(fileName)
  return text.replaceAll('"', '%22').replaceAll('\\', '%5C')
}
