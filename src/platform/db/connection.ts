import { Socket } from 'node:net'
import pg from 'pg'

/**
 * How a connection to PostgreSQL is opened, so that each end finds out soon that the other is gone. A machine without
 * power and a cable that is pulled close nothing: as systems come, both ends would wait, for a quarter of an hour
 * where something was sent, for two hours where nothing was.
 */

/** A first answer takes as long as the server takes to start a process; longer is a server that is not there. */
const connectWithinMs = 10_000
const quietMs = 10_000
/** How long a tidy goodbye may take; then the line is cut, and the server ends the session by itself. */
const goodbyeWithinMs = 5000

/** How PostgreSQL finds out that a client is gone. Every login may set these for itself, on managed servers too. */
const goneAfterTwentySeconds = {
  // Nothing heard for ten seconds: asked, and asked again, five seconds apart.
  tcp_keepalives_idle: '10s',
  tcp_keepalives_interval: '5s',
  tcp_keepalives_count: '2',
  // An answer that nobody acknowledges. Else a session of a worker that vanished in the middle of a transaction keeps
  // its rows locked for a quarter of an hour, and those are the very rows that are to be taken over.
  tcp_user_timeout: '20s',
  // A long statement looks now and then whether somebody still waits for it.
  client_connection_check_interval: '10s',
}

/** Settings of a session, in one statement; what a server (on Windows, say) can't do is passed over. */
export function sessionSettings(settings: Readonly<Record<string, string>> = {}): string {
  const each = Object.entries({ ...goneAfterTwentySeconds, ...settings })
  const blocks = each.map(
    ([name, value]) =>
      `begin perform set_config('${name}', '${value}', false); exception when invalid_parameter_value then null; end;`,
  )
  return `do $$ begin ${blocks.join(' ')} end $$`
}

/** For a client of one's own as for a pool; lets go of the line itself through `lines`. */
export function connectionOptions(url: string, name: string, lines: Lines) {
  return {
    ...{ connectionString: url, application_name: name, stream: lines.open },
    ...{ keepAlive: true, keepAliveInitialDelayMillis: quietMs },
  }
}

/** The sockets under some connections: the driver itself waits for ever on one that is dead. */
export interface Lines {
  open(): Socket
  /** Whoever waits for an answer over one of them hears at once that there will be none. */
  cut(): void
}

export function openLines(): Lines {
  const sockets = new Set<Socket>()
  return {
    open() {
      const socket = new Socket()
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      return socket
    },
    cut() {
      for (const socket of sockets) socket.destroy(noAnswer())
    },
  }
}

function noAnswer(): Error {
  return Object.assign(new Error('the database does not answer'), { code: 'ETIMEDOUT' })
}

/** A client that gives up connecting, whether it stands alone or in a pool, whose own patience is for its queue. */
export class PatientClient extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: connectWithinMs })
  }
}

/** Waits for a tidy end, but not for ever. */
export async function endOrCut(ending: Promise<void>, lines: Lines): Promise<void> {
  const impatience = setTimeout(() => lines.cut(), goodbyeWithinMs)
  try {
    await ending.catch(() => {})
  } finally {
    clearTimeout(impatience)
  }
}
