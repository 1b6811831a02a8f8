// What the server would certainly refuse is said on the telephone, before it is kept: without network nobody hears of it in time.

const hourForm = /^(\d{1,2})[:.u](\d{2})$/

/** @param {string} hour as people type one */
export function isHour(hour) {
  const [, hours, minutes] = hourForm.exec(hour.trim()) ?? []
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60
}

/** Whether polling day has yet to come, by the clock of this telephone. @param {string} day as `2030-10-13` */
export function isBefore(day, now = new Date()) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(now) < day
}

/**
 * The first field of a deed that is missing or wrong, by its name in the form; nothing when it can be kept.
 * @param {Record<string, string>} fields
 */
export function faultOf(fields) {
  if (fields.kind === 'incident' && !fields.incident) return 'incident'
  return Object.keys(fields).find((name) => isWrong(name.split('.')[0], fields[name], fields.kind))
}

function isWrong(field, typed, kind) {
  // Who leaves mostly does so now; an arrival has a button of its own for that.
  if (field === 'hour' && kind === 'leave' && typed.trim() === '') return false
  if (field === 'hour') return !isHour(typed)
  if (field === 'listNumber') return !/^\s*0*[1-9]\d{0,6}\s*$/.test(typed)
  return ['reason', 'note', 'lastName'].includes(field) && typed.trim() === ''
}

/** @param {HTMLFormElement} form @param {string} name @param {string} text */
export function sayFault(form, name, text) {
  clearFaults(form)
  const found = form.elements[name]
  const field = found instanceof RadioNodeList ? found[0] : found
  const said = document.createElement('p')
  said.id = `${field.id}-fout`
  said.dataset.fault = field.getAttribute('aria-describedby') ?? ''
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  said.textContent = text
  const group = field.closest('.govuk-form-group')
  group.classList.add('govuk-form-group--error')
  if (found instanceof RadioNodeList) group.querySelector('legend').after(said)
  else field.before(said)
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute('aria-describedby', `${said.dataset.fault} ${said.id}`.trim())
  field.focus()
}

/** @param {HTMLFormElement} form */
export function clearFaults(form) {
  for (const said of form.querySelectorAll('[data-fault]')) {
    const field = form.querySelector('[aria-invalid]')
    field?.removeAttribute('aria-invalid')
    if (said.dataset.fault) field?.setAttribute('aria-describedby', said.dataset.fault)
    else field?.removeAttribute('aria-describedby')
    said.closest('.govuk-form-group')?.classList.remove('govuk-form-group--error')
    said.remove()
  }
}

/** What is said of the whole form, once. @param {HTMLFormElement} form @param {string} text */
export function sayBeside(form, text) {
  form.querySelector('[data-said]')?.remove()
  const said = document.createElement('p')
  said.dataset.said = ''
  said.className = 'govuk-error-message'
  said.setAttribute('role', 'alert')
  said.textContent = text
  form.append(said)
}
