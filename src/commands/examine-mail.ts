import type { App } from '../app.ts'
import type { MailServerState } from '../platform/mail.ts'
import type { Finding } from './examine.ts'

const what = 'mail to citizens'

/** Whether the server that sends mail lets us in; an installation without one is whole as well. */
export async function examineMail({ mailServer }: Pick<App, 'mailServer'>): Promise<Finding[]> {
  if (!mailServer)
    return [{ what, state: 'ok', says: 'MAIL_SMTP_URL is not set: no page offers it, and none leaves' }]
  const { kind, code } = await mailServer.probe()
  if (kind === 'answered') {
    const says = `${mailServer.host} lets us in. Whether it takes mail from MAIL_FROM shows with the first one`
    return [{ what, state: 'ok', says }]
  }
  return [{ what, state: 'wrong', says: `${mailServer.host} ${faults[kind]} (${code}). ${remedies[kind]}` }]
}

type Fault = Exclude<MailServerState['kind'], 'answered'>

const faults: Readonly<Record<Fault, string>> = {
  'wrong-password': 'does not take our name or password',
  'no-encryption': 'has no encryption that can be trusted',
  'no-answer': 'does not answer',
  refused: 'answers, and wants nothing of us now',
}

const remedies: Readonly<Record<Fault, string>> = {
  'wrong-password':
    'Put the right ones in MAIL_SMTP_URL, for serve and for work; @ and / in them are written %40 and %2F',
  'no-encryption':
    'Check that the name in MAIL_SMTP_URL is that of its certificate, that this still holds, and that smtps:// goes with port 465 and smtp:// with 587',
  'no-answer': 'Check host and port in MAIL_SMTP_URL, and whether this machine may go out to it',
  refused:
    'A code that begins with 4 passes: try again later. One with 5: ask who runs it to let this machine in',
}
