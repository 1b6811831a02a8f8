// Before a session ends its bar says so, on the pages of staff and of citizens alike; staying asks the server, and works as a
// plain form too.
const bar = document.querySelector('[data-session]')
if (bar) {
  const { warning, last, ended } = bar.dataset
  let seen = Date.now()
  let { warnAfter, endAfter, mayStay } = bar.dataset
  const say = (sentence) => {
    const text = bar.querySelector('[data-session-text]')
    if (text.textContent !== sentence) text.textContent = sentence
  }
  const look = () => {
    const idle = Date.now() - seen
    bar.hidden = idle < warnAfter * 1000
    if (bar.hidden) return say('')
    const minutes = Math.max(Math.ceil((endAfter * 1000 - idle) / 60000), 0)
    const sentence = minutes > 0 ? (mayStay ? warning : last).replace('#', String(minutes)) : ended
    bar.querySelector('form').hidden = minutes === 0 || !mayStay
    bar.querySelector('[data-session-again]').hidden = minutes > 0 && Boolean(mayStay)
    // Only what changes in a region that is there already is told aloud.
    setTimeout(() => say(sentence), 100)
  }
  bar.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: 'application/json' },
      redirect: 'error',
    }).catch(() => undefined)
    if (answer?.ok) {
      seen = Date.now()
      const facts = await answer.json()
      ;({ warnAfter, endAfter, mayStay } = facts)
      document.querySelector('[data-session-until]').textContent = facts.until
    } else if (answer) seen = Date.now() - endAfter * 1000 // not to the login: what was typed on this page would be gone
    look()
  })
  look()
  setInterval(look, 5000)
}
// A citizen who logs out, or whose place another takes, is gone from every window of this browser, without asking the server: it may be
// out of reach. In a frame there is another session.
const citizen = document.querySelector('script[data-owner]')
if (citizen && globalThis.BroadcastChannel) {
  const { owner, signedOut, start, signOut } = citizen.dataset
  const windows = new BroadcastChannel(top === self ? 'kiesloket-burger' : 'kiesloket-burger-kader')
  const empty = () => document.body.replaceChildren()
  windows.addEventListener('message', ({ data }) => {
    if (data === owner) return
    empty()
    location.replace(data === '' ? signedOut : start)
  })
  document.addEventListener('submit', ({ target }) => {
    if (new URL(target.action).pathname === signOut) windows.postMessage('')
  })
  // What a browser kept whole for its back button may be of a session that is over.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    empty()
    location.reload()
  })
  windows.postMessage(owner)
}
