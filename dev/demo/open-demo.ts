import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, openApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { AcmStandIn } from '../acm/stand-in.ts'
import { createEmbeddedLogin } from '../embed/embedded-login.ts'
import { type EmbedHost, startEmbedHost } from '../embed/host.ts'
import { type MailStandIn, startMailStandIn } from '../mail/stand-in.ts'
import { type SmsStandIn, startSmsStandIn } from '../sms/stand-in.ts'
import { startDemoLogin } from './demo-login.ts'
import { pagesAddress } from './pages-port.ts'
import { type StandInProcess, startStandIn } from './stand-in-process.ts'
import { heading, line } from './tell.ts'

const registry = '/REST/ebox/enterprise/messageRegistry/v3'
const token = '/REST/oauth/v5/token'

const usualPortOfHost = 8083

export interface Demo {
  readonly app: App
  readonly standIn: StandInProcess
  readonly acm: AcmStandIn
  readonly mail: MailStandIn
  readonly sms: SmsStandIn
  /** A site that shows the citizen's pages in a frame. */
  readonly host: EmbedHost
}

/** Starts the stand-ins of the e-Box, the login service, a mail server, an SMS gateway and Mijn Burgerprofiel, and opens Kiesloket against them; says what runs. */
export async function openDemo(): Promise<Demo> {
  const { KIESLOKET_DATA_DIR } = readConfig(process.env)
  await mkdir(join(KIESLOKET_DATA_DIR, 'demo'), { recursive: true })
  heading('Starting')
  line(`Node ${process.versions.node}`)
  const standIn = await startStandIn(join(KIESLOKET_DATA_DIR, 'demo/ebox.jsonl'))
  line(`the stand-in of the e-Box, over real HTTP: ${standIn.url}`)
  const pages: Record<string, string | undefined> = { ...process.env, ...(await pagesAddress(process.env)) }
  const deskUrl = pages.DESK_URL ?? `http://127.0.0.1:${readConfig(pages).PORT}`
  const { acm, settings } = await startDemoLogin(KIESLOKET_DATA_DIR, deskUrl)
  line(`the stand-in of the login service: ${acm.issuer}`)
  const mail = await startMailStandIn()
  line(`the stand-in of a mail server: ${mail.smtpUrl}`)
  const sms = await startSmsStandIn()
  line(`the stand-in of an SMS gateway: ${sms.url}`)
  const embeddedLogin = createEmbeddedLogin(acm)
  const { exchange } = embeddedLogin
  const host = await startEmbedHost({ ...{ citizens: acm.citizens, exchange }, port: usualPortOfHost })
  const env = {
    ...pages,
    ...settings,
    MAIL_SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'kiesbrief@zonnedorp.example',
    SMS_GATEWAY_URL: sms.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    EMBED_ANCESTORS: host.origin,
    EBOX_API: 'federal-v3',
    EBOX_BASE_URL: standIn.url + registry,
    EBOX_TOKEN_URL: standIn.url + token,
    EBOX_READ_STATUS: 'on',
  }
  const app = await openApp(env, { embeddedLogin })
  const { hostname, port, pathname } = new URL(app.config.DATABASE_URL)
  line(`PostgreSQL${process.env.DATABASE_URL ? '' : ' (embedded)'}: ${hostname}:${port}${pathname}`)
  line(`data folder: ${app.config.KIESLOKET_DATA_DIR}`)
  return { app, standIn, acm, mail, sms, host }
}
