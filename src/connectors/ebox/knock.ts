import { MailboxNotReached } from '../../delivery/index.ts'
import type { WhyUnreachable } from './http-post.ts'
import type { TokenClient } from './token-client.ts'

/** Do we get a token, and is somebody there? Nothing is asked or sent. Throws a `MailboxNotReached` with what is wrong. */
export async function knock(
  { tokens, whyUnreachable }: { readonly tokens: TokenClient; readonly whyUnreachable: WhyUnreachable },
  url: string,
): Promise<void> {
  const answer = await tokens.token()
  if (!answer.ok) throw new MailboxNotReached('no-token', answer.code, `no token: ${answer.code}`)
  const why = await whyUnreachable(url)
  if (!why) return
  throw new MailboxNotReached('no-answer', why, `we get a token, but nobody answers at ${url}: ${why}`)
}
