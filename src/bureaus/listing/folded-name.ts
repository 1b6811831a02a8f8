/** As people type a name: without capitals, accents or what stands between its parts. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{Letter}]/gu, '')
    .toLowerCase()
}
