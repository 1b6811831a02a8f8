/** "1 letter", "2 letters": a number with what it counts. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
