// Keeps the page of a bureau on the telephone of its chair, and what is done there until the server knows it. What is done stands in
// the outbox before anything is sent: a telephone that goes out loses nothing.

import { keepPage } from '../../without-network/browser/keep-page.js'
import { clearFaults, faultOf, isBefore, sayBeside, sayFault } from './faults.js'
import { forgetAll, forgetCorrected, forgetDeeds, keepDeed, markWrong, waitingOf } from './outbox.js'
import { isTyping } from './typing.js'

const root = document.querySelector('[data-bureau-day]')
const {
  bureauDay: access,
  until,
  cacheName,
  scope,
  worker,
  sendTo,
  csrf,
  waits,
  throwAway,
  unread,
  day,
  notYet,
  files,
} = root.dataset
const mostAtOnce = 100
/** What the page says once, after it came anew. */
const wrongKey = 'kiesloket-bureau-fout'
const wrongWords = JSON.parse(unread)
const forms = [...document.querySelectorAll(`form[action="${scope}"]`)]
let isSending = false
/** The server knows more than stands here. */
let isOld = false

function show(...names) {
  for (const part of root.querySelectorAll('[data-part]')) part.hidden = !names.includes(part.dataset.part)
}

const toSend = () => waitingOf(access).filter(({ error }) => !error)

/** Says on the page what waits, or could not be done: beside whom it is about, and how many there are. */
function render() {
  const waiting = toSend().length
  root.querySelector('[data-place="waiting"]').textContent = String(waiting)
  for (const mark of document.querySelectorAll('[data-mark]')) mark.remove()
  for (const deed of waitingOf(access)) markDeed(deed)
  show(
    ...(navigator.onLine ? [] : ['offline']),
    ...(waiting > 0 ? ['waiting'] : []),
    ...(isOld ? ['old'] : []),
  )
}

function markDeed({ id, label, error, ...fields }) {
  const { assignmentId, seatId, kind } = fields
  const about = assignmentId ?? seatId ?? (kind === 'incident' ? 'incidents' : 'moments')
  const place = document.querySelector(`[data-about="${CSS.escape(about)}"]`) ?? root
  const mark = document.createElement('div')
  mark.dataset.mark = ''
  mark.className = error ? 'bureau-wrong' : 'bureau-waits'
  const said = document.createElement('p')
  said.textContent = error ? `${label}: ${error}` : `${label} (${waits})`
  mark.append(said)
  if (error || fields.note) mark.append(typedIn(fields))
  if (error) mark.append(thrower(id))
  place.append(mark)
}

/** What was typed, to be copied into the form again. */
function typedIn(fields) {
  const typed = Object.entries(fields).filter(([name]) => /^(reason|note|listNumber|lastName)/.test(name))
  const text = document.createElement('p')
  text.textContent = typed.map(([, value]) => value).join(', ')
  return text
}

function thrower(id) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'desk-link-button'
  button.textContent = throwAway
  button.addEventListener('click', () => {
    forgetDeeds(access, new Set([id]))
    render()
  })
  return button
}

/** Nothing of the bureau stays on this telephone. */
async function wipe() {
  forgetAll()
  await globalThis.caches?.delete(cacheName)
  const registration = await navigator.serviceWorker?.getRegistration(scope)
  await registration?.unregister()
  location.reload()
}

async function send() {
  const deeds = toSend().slice(0, mostAtOnce)
  if (isSending || deeds.length === 0 || !navigator.onLine) return
  isSending = true
  show('sending')
  try {
    const answer = await fetch(sendTo, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ csrf, deeds: deeds.map(({ label, ...fields }) => fields) }),
    })
    if (answer.status === 401 || answer.status === 403) return await wipe()
    if (!answer.ok) throw new Error(`sending: ${answer.status}`)
    const { answers } = await answer.json()
    for (const { id, error, isNotKept } of answers) if (isNotKept) markWrong(access, id, error)
    const done = new Set(answers.filter(({ error }) => !error).map(({ id }) => id))
    for (const deed of deeds) if (done.has(deed.id)) forgetCorrected(access, deed)
    forgetDeeds(access, new Set(answers.filter(({ isNotKept }) => !isNotKept).map(({ id }) => id)))
    const refused = answers.find(({ error, isNotKept }) => error && !isNotKept)
    if (refused) sessionStorage.setItem(wrongKey, refused.error)
    if (toSend().length > 0) setTimeout(send)
    else isOld = true
  } catch {
    // No network, or a server that is out of order: it stays in the outbox.
  } finally {
    isSending = false
    render()
    renew()
  }
}

/** The page anew, as the server has it now: once nobody is typing in the one that is there. */
function renew() {
  if (isOld && !isTyping(forms)) location.reload()
}

/** More than one thing can happen before there is network again. */
function renewId(form) {
  form.elements.id.value = crypto.randomUUID()
}

for (const form of forms)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== '_csrf'))
    if (isBefore(day)) return sayBeside(form, notYet)
    const fault = faultOf(fields)
    if (fault) return sayFault(form, fault, wrongWords[fault.split('.')[0]])
    clearFaults(form)
    // A second tap is the same deed.
    if (waitingOf(access).some(({ id }) => id === fields.id)) return
    const label = event.submitter?.textContent ?? ''
    keepDeed(access, { ...fields, at: new Date().toISOString(), label })
    form.reset()
    document.activeElement?.blur()
    if (fields.kind === 'incident') renewId(form)
    render()
    send()
  })

root.querySelector('[data-do="send"]').addEventListener('click', send)
root.querySelector('[data-do="renew"]').addEventListener('click', () => location.reload())
addEventListener('focusout', () => setTimeout(renew))
addEventListener('online', send)
addEventListener('offline', render)
setInterval(send, 20_000)

const wrong = sessionStorage.getItem(wrongKey)
sessionStorage.removeItem(wrongKey)
if (wrong) {
  const said = document.createElement('p')
  said.className = 'bureau-wrong'
  said.setAttribute('role', 'alert')
  said.textContent = wrong
  document.querySelector('h1').after(said)
}

const eve = document.querySelector('[data-eve]')
if (eve) eve.hidden = !isBefore(day)

if (Date.now() >= Number(until)) wipe()
else {
  render()
  send()
  if (navigator.onLine)
    keepPage({ cacheName, from: scope, scope, worker, files: JSON.parse(files) }).catch(() => {})
}
