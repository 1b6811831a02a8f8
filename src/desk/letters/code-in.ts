import type { ElectionDesk } from '../desk.ts'

/** What the form was about: the sample whose code it showed. */
export function codeIn({ form }: ElectionDesk): Buffer {
  return Buffer.from(/^[0-9a-f]{64}$/.test(form.text('proef')) ? form.text('proef') : '', 'hex')
}
