/** The way to the server that sends our mail: SMTP behind the port of `platform/mail.ts`. */
export { probeSmtp } from './probe-smtp.ts'
export { createMailer } from './smtp-mailer.ts'
