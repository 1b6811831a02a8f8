const onThisMachine = ['localhost', '127.0.0.1', '[::1]']

/**
 * How a server is reached, from its address. Without encryption a password and an address would be open on the way: every server
 * that is not on this machine has to do TLS, from the start (`smtps`) or by STARTTLS.
 */
export function wayTo({ url, timeoutMs }: { readonly url: string; readonly timeoutMs: number }) {
  const { protocol, hostname, port } = new URL(url)
  const secure = protocol === 'smtps:'
  const isHere = onThisMachine.includes(hostname)
  return {
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 465 : 587), secure },
    ...{ requireTLS: !secure && !isHere, ignoreTLS: !secure && isHere },
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
  }
}
