import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Mailer, MailMessage, MailOutcome } from '../../platform/mail.ts'
import { judgeSmtp, type SmtpTrouble } from './judge-smtp.ts'
import { wayTo } from './smtp-way.ts'

export interface SmtpSettings {
  /** `smtps://USER:PASSWORD@HOST:PORT`, or `smtp://…` with STARTTLS. */
  readonly url: string
  readonly from: string
  readonly timeoutMs: number
}

/**
 * A connection for each mail: then it is known how far each came. What is not clear in the answer is told as what it can be at worst:
 * from the moment that the text of the mail began to leave, silence means that nobody knows.
 */
export function createMailer(settings: SmtpSettings): Mailer {
  const open = new Set<SMTPConnection>()
  return {
    async send(message) {
      const bytes = await new MailComposer(mailOf(settings, message)).compile().build()
      const connection = new SMTPConnection(wayTo(settings))
      open.add(connection)
      try {
        return await sendOver(connection, settings, { to: message.to, bytes })
      } finally {
        open.delete(connection)
        connection.close()
      }
    },
    close() {
      for (const connection of open) connection.close()
    },
  }
}

function mailOf({ from }: SmtpSettings, message: MailMessage) {
  const { sender, to, subject, text, html, id, unsubscribe, replyTo } = message
  return {
    ...{ from: { name: sender, address: from }, to, subject, text, html, replyTo },
    messageId: `<${id}@${from.split('@')[1]}>`,
    textEncoding: 'quoted-printable' as const,
    headers: {
      ...(unsubscribe && {
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      'Auto-Submitted': 'auto-generated',
    },
  }
}

interface Letter {
  readonly to: string
  readonly bytes: Buffer
}

function sendOver(
  connection: SMTPConnection,
  { url, from }: SmtpSettings,
  { to, bytes }: Letter,
): Promise<MailOutcome> {
  const { username, password } = new URL(url)
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  let hasBegun = false
  return new Promise((resolve) => {
    const stop = (trouble: SmtpTrouble) => resolve(judgeSmtp(trouble, hasBegun))
    connection.on('error', stop)
    connection.once('end', () => stop({ code: 'closed' }))
    const deliver = () => {
      // Read only once the other side has said that it takes the text.
      const text = Readable.from(onReading(bytes, () => (hasBegun = true)))
      connection.send({ from, to: [to], size: bytes.length }, text, (error) => {
        if (error) return stop(error)
        resolve({ kind: 'taken', code: '250' })
        connection.quit()
      })
    }
    connection.connect((error) => {
      if (error) return stop(error)
      if (!username) return deliver()
      connection.login({ credentials: auth }, (refused) => (refused ? stop(refused) : deliver()))
    })
  })
}

function* onReading(bytes: Buffer, begin: () => void) {
  begin()
  yield bytes
}
