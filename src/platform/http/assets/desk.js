// What makes the staff's pages nicer where there is script; every page works without it.

document.documentElement.classList.add('has-script')

// On a phone, or enlarged, the menu scrolls: where one is comes into sight.
const here = document.querySelector('.desk-nav [aria-current]')
const menu = here?.closest('ul')
// Not by scrollIntoView: from there the keyboard would go on, past the link that jumps over the menu.
const showHere = () => {
  menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2
}
if (menu) {
  showHere()
  window.addEventListener('resize', showHere)
}

// The summary of what is wrong is where one starts reading.
document.querySelector('.govuk-error-summary')?.focus()

// A second click on the same button sends nothing: the first is on its way. Also of a form that came in later.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent) event.preventDefault()
  if (event.defaultPrevented) return
  form.dataset.sent = 'yes'
  setTimeout(() => delete form.dataset.sent, 5000)
})
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
})

// A file can be dropped anywhere in its frame.
for (const frame of document.querySelectorAll('[data-drop]')) {
  const field = frame.querySelector('input[type=file]')
  for (const [name, isOver] of [
    ['dragover', true],
    ['dragleave', false],
    ['drop', false],
  ])
    frame.addEventListener(name, (event) => {
      event.preventDefault()
      frame.classList.toggle('is-over', isOver)
    })
  frame.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length === 0) return
    field.files = event.dataTransfer.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

// A file that is too large is told of before it is sent.
for (const frame of document.querySelectorAll('[data-most-bytes]')) {
  const field = frame.querySelector('input[type=file]')
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  const isTooLarge = () => [...field.files].some((file) => file.size > Number(frame.dataset.mostBytes))
  field.addEventListener('change', () => {
    said.textContent = frame.dataset.tooLarge
    if (isTooLarge()) frame.prepend(said)
    else said.remove()
  })
  field.form.addEventListener('submit', (event) => isTooLarge() && event.preventDefault())
}

// Arrow keys leaf through what has one before it and one after it.
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, .table-region')
  if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key]
  if (rel) document.querySelector(`[data-leaf] a[rel=${rel}]`)?.click()
})

// What is under way is asked again and put in its place, for half an hour; where it ended the browser goes along.
const refreshed = document.querySelector('[data-refresh]')
if (refreshed) {
  const ask = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined)
    if (!answer?.ok) return
    if (answer.redirected) return location.assign(answer.url)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.querySelector('[data-refresh]')
    if (!next) return location.replace(location.pathname) // without what it said when it began
    if (next.innerHTML === refreshed.innerHTML) return
    // Who stands on a button in there by keyboard still does after it.
    const stops = () => [...refreshed.querySelectorAll('a[href], button, summary')]
    const at = stops().indexOf(document.activeElement)
    refreshed.replaceChildren(...next.childNodes)
    stops()[at]?.focus()
  }
  let asked = 0
  const asking = setInterval(() => {
    if (document.hidden) return
    if (++asked > 900) clearInterval(asking)
    else ask()
  }, 2000)
}
