import { openDocument } from '../../../bureaus/index.ts'
import { type EvidenceId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { passphraseField } from '../../keep-typed.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showCase } from './case-page.tsx'
import { texts } from './texts.nl.ts'

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/**
 * The document itself, to who decides and knows the passphrase. What a stranger sent runs nowhere: it is saved, not shown, and
 * whatever shows it all the same gives it no script and no origin. Its name may say as much as the paper, so it leaves without.
 */
export async function openPaper(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const asked = form.text('stuk')
  if (!isId(asked)) return notFoundPage(desk)
  const passphrase = form.fields[passphraseField]?.[0] ?? ''
  const opened = await openDocument(deps, { election, evidenceId: asked as EvidenceId, staff, passphrase })
  if (!opened.ok) return showCase(desk, { [passphraseField]: texts.papers.refused[opened.because] })
  const { type, bytes } = opened.evidence
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="bewijsstuk.${endings[type]}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}
