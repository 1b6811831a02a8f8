/** A mail to one person, in two forms that say the same. */
export interface MailMessage {
  /** What people see it comes from. */
  readonly sender: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Without `<>` and host; the same mail has the same, so that a mailbox can see that it has it already. */
  readonly id: string
  /** Where one click ends it (RFC 8058); absent: it is not for the reader to end. */
  readonly unsubscribe?: string | undefined
  /** Where an answer goes, when it is read elsewhere than where the mail comes from. */
  readonly replyTo?: string | undefined
}

/**
 * What became of a mail. `taken`: the other side has it. `later`: it certainly has not, and may have it another time.
 * `refused`: it certainly has not, and says that it never will, for this address or this mail. `not-ours`: it takes nothing from
 * us; nothing is wrong with the address. `unconfirmed`: nobody knows whether it has it.
 */
export interface MailOutcome {
  readonly kind: 'taken' | 'later' | 'refused' | 'not-ours' | 'unconfirmed'
  /** The number of the answer (RFC 5321), or why there was none. Never the words: they can hold an address. */
  readonly code: string
}

/** Port to the server that sends our mail. */
export interface Mailer {
  send(message: MailMessage): Promise<MailOutcome>
  close(): void
}

/**
 * What the server says when nothing is sent to it: it lets us in; it does not know our name or password; there is no encryption with it
 * that we may trust; nobody answers; or it answers and wants nothing of us now.
 */
export interface MailServerState {
  readonly kind: 'answered' | 'wrong-password' | 'no-encryption' | 'no-answer' | 'refused'
  /** As with an outcome: a number, or why there was none; empty where all is well. */
  readonly code: string
}

/** Port to the question whether our mail can leave. */
export interface MailServer {
  /** Host and port, without name and password. */
  readonly host: string
  probe(): Promise<MailServerState>
}
