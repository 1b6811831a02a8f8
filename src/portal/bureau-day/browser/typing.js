// A page that comes anew throws away what somebody is typing: it waits for that.

const typed = 'input[type="text"], textarea'
const chosen = 'input[type="radio"], input[type="checkbox"]'

/** Whether somebody is in a field of these forms, or left something in one. @param {readonly HTMLFormElement[]} forms */
export function isTyping(forms) {
  return forms.some(
    (form) =>
      (document.activeElement?.matches(typed) && form.contains(document.activeElement)) ||
      [...form.querySelectorAll(typed)].some((field) => field.value !== field.defaultValue) ||
      [...form.querySelectorAll(chosen)].some((field) => field.checked !== field.defaultChecked),
  )
}
