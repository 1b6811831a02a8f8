const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const otherForm = /^[A-Za-z0-9._:-]{1,36}$/

/** What the other side calls its answer. Nothing is kept in which somebody's number could stand. */
export function readPartyTraceId(
  headers: Readonly<Record<string, string>>,
  name: string | undefined,
): string | undefined {
  const id = name === undefined ? undefined : headers[name]
  if (id === undefined || uuid.test(id)) return id
  const couldBeANumber = /\d{11}/.test(id.replace(/[._:-]/g, ''))
  return otherForm.test(id) && !couldBeANumber ? id : undefined
}
