import { type Verification, type VerifiedUpload, verifyUpload } from '../../letters/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import {
  Button,
  type FieldErrors,
  FileField,
  Form,
  Table,
  Tag,
  Warning,
} from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isCsrfTokenOf, readCookie } from '../cookies.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { notFromOurPagePage } from '../refusal-pages.tsx'
import { showCertificatePage } from './frame-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.verify
/** What the leaves of the largest city take when they are packed, and room. */
const mostBytes = 600 * 2 ** 20

export function showVerify(desk: ElectionDesk, errors: FieldErrors = {}, found?: VerifiedUpload) {
  return showCertificatePage(
    desk,
    { title: texts.parts.verify, errors },
    <>
      {found && <Found desk={desk} found={found} />}
      <p class="desk-text">{words.lead}</p>
      <Form csrf={desk.csrf} upload>
        <FileField
          name="certificaat"
          accept=".zip,.json"
          label={words.label}
          hint={words.hint}
          error={errors.certificaat}
        />
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

export async function verify(desk: ElectionDesk) {
  const { context, deps, staff } = desk
  const token = readCookie(context, deps.config, 'session') ?? ''
  const trustedKeys = deps.keySet.keys.map(({ kid }) => kid)
  const read = await readUpload(context, {
    ...{ field: 'certificaat', maxBytes: mostBytes },
    isOurToken: (typed) => isCsrfTokenOf(token, typed),
    receive: (file) => verifyUpload(file, { trustedKeys }),
  })
  if (!read.ok) {
    const { because } = read
    if (because === 'not-from-our-page') return notFromOurPagePage(desk)
    return showVerify(desk, { certificaat: words.because[because] })
  }
  const found = read.received
  if (!found.ok) return showVerify(desk, { certificaat: words.because[found.because] })
  await inOwnScope(desk, (db) =>
    recordAudit(db, {
      municipalityId: staff.municipalityId,
      actor: staff.staffId,
      action: 'certificate.verified',
      ...(found.certificate && { subject: found.certificate.certificateId }),
      details: { wrong: wrongOf(found).map(({ name }) => name) },
    }),
  )
  return showVerify(desk, {}, found)
}

const aboutItself = new Set(['certificate-signature', 'certificate-form', 'key-is-trusted', 'sums-balance'])
const ofCopy = new Set(['public-copy-signature', 'certificate-form', 'key-is-trusted'])

type Check = Verification['checks'][number]

/** Of a certificate that came without its files, only what it says itself was asked. */
function isAsked({ name }: Check, { isAlone, certificate }: VerifiedUpload): boolean {
  return !isAlone || (certificate ? aboutItself : new Set([...aboutItself, ...ofCopy])).has(name)
}

function wrongOf(found: VerifiedUpload): readonly Check[] {
  return found.checks.filter((check) => !check.ok && isAsked(check, found))
}

/** Genuine and right may it be, and yet not the one that was meant. */
function OfAnother({
  desk,
  certificate,
}: {
  desk: ElectionDesk
  certificate: VerifiedUpload['certificate']
}) {
  if (!certificate) return null
  const { municipality, election } = certificate
  if (municipality.nisCode !== desk.municipality.nisCode)
    return (
      <Warning>
        {words.otherMunicipality(municipality.name, municipality.nisCode, desk.municipality.name)}
      </Warning>
    )
  return election.code === desk.election.code ? null : <Warning>{words.otherElection(election.name)}</Warning>
}

function Found({ desk, found }: { desk: ElectionDesk; found: VerifiedUpload }) {
  const { checks, keyId, certificate, isAlone } = found
  const wrong = wrongOf(found)
  const isRight = wrong.length === 0
  const isOfOtherKey = wrong.length === 1 && wrong[0]!.name === 'key-is-trusted'
  const wrongText = isOfOtherKey ? words.otherKey : words.wrongText
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        <Tag colour={isRight ? 'green' : 'red'}>{isRight ? '✓' : '✗'}</Tag>{' '}
        {isRight ? (isAlone ? words.alone : words.genuine) : words.wrong}
      </h2>
      <p>{isRight ? (isAlone ? words.aloneText : words.genuineText) : wrongText}</p>
      <OfAnother desk={desk} certificate={certificate} />
      {certificate && (
        <p>{words.about(certificate.election.name, momentText(new Date(certificate.writtenAt)))}</p>
      )}
      <Table
        caption={words.head.check}
        hideCaption
        rows={checks}
        empty=""
        columns={[
          { heading: words.head.check, isRowHeading: true, cell: ({ name }) => words.check[name] },
          {
            heading: words.head.result,
            cell: (check) => (check.ok ? words.yes : isAsked(check, found) ? words.no : words.notThere),
          },
        ]}
      />
      {keyId && (
        <p class="quiet">
          {words.key} <code class="breaks">{keyId}</code>
        </p>
      )}
    </section>
  )
}
