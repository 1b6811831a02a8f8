import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { showCertificate, write } from './certificate-page.tsx'
import { downloadCertificate } from './download-certificate.ts'
import { showVerify, verify } from './verify-page.tsx'

export const routes: readonly DeskRoute[] = [
  get(
    paths.certificate,
    { right: 'letters.read', audit: 'certificate.opened' },
    withElection(showCertificate),
  ),
  post(paths.certificate, { right: 'certificate.write', audit: 'certificate.written' }, withElection(write)),
  get(
    paths.certificateFile,
    { right: 'certificate.write', audit: 'certificate.downloaded' },
    withElection(downloadCertificate),
  ),
  get(
    paths.certificateVerify,
    { right: 'letters.read', audit: 'certificate.opened' },
    withElection(showVerify),
  ),
  post(
    paths.certificateVerify,
    { right: 'letters.read', audit: 'certificate.verified', upload: true },
    withElection(verify),
  ),
]
