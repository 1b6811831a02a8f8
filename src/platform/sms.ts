import type { MailOutcome } from './mail.ts'

/** An SMS to one person. */
export interface SmsMessage {
  /** As it was given, with or without country: `+32470123456`. */
  readonly to: string
  readonly text: string
  /** The same SMS has the same, so that a gateway can see that it has it already. */
  readonly id: string
}

/** Port to the gateway that sends our SMS. What became of one is said as of a mail. */
export interface SmsSender {
  send(message: SmsMessage): Promise<MailOutcome>
}
