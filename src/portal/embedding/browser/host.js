// The port to the site around our frame: what is asked of it, and what it is told.
//
// Assumed, until Digitaal Vlaanderen confirms: Mijn Burgerprofiel offers the same three things in its own library
// (`connect`, `context.getTenant`, `ui.setTitle`). What goes over the line here is a stand-in for it, spoken by `dev/embed/`.

/** @typedef {{ branding(): Promise<{ primaryColor: string, actionColor?: string } | undefined>, setTitle(title: string): void }} Host */

const patienceMs = 3000

/**
 * The site around this frame, when it answers and is one of these; otherwise there is none to talk to.
 * @param {readonly string[]} ancestors origins, in which `*.` stands for all below @returns {Promise<Host | undefined>}
 */
export async function connectHost(ancestors) {
  const origin = location.ancestorOrigins?.[0] ?? originOf(document.referrer)
  if (window.parent === window || !ancestors.some((one) => isAmong(origin, one))) return undefined
  const tell = (message) => window.parent.postMessage({ kiesloket: message }, origin)
  const welcome = heard(origin)
  tell({ says: 'hello' })
  const answer = await welcome
  if (!answer) return undefined
  return {
    branding: async () => answer.branding,
    setTitle: (title) => tell({ says: 'title', title }),
  }
}

function heard(origin) {
  return new Promise((resolve) => {
    const listen = ({ source, origin: from, data }) => {
      if (source !== window.parent || from !== origin || data?.kiesloket?.says !== 'welcome') return
      removeEventListener('message', listen)
      resolve(data.kiesloket)
    }
    addEventListener('message', listen)
    setTimeout(() => resolve(undefined), patienceMs)
  })
}

function isAmong(origin, allowed) {
  const [scheme, host] = allowed.split('//')
  if (!host?.startsWith('*.')) return origin === allowed
  return origin.startsWith(`${scheme}//`) && new URL(origin).hostname.endsWith(host.slice(1))
}

const originOf = (address) => (URL.canParse(address) ? new URL(address).origin : '')
