/** One value that is another; absent where it is not there. */
export interface TextDifference {
  /** Its place in the file; of a text of several lines the place of the whole. */
  readonly path: string
  readonly was?: string
  readonly is?: string
}

/**
 * What differs between two municipality files, or the same part of both, in the order of the file. Lines of one text are
 * compared as one, `\n` between them.
 */
export function differences(before: object, after: object): TextDifference[] {
  const [was, is] = [fieldsByPath(before), fieldsByPath(after)]
  const paths = [...new Set([...is.keys(), ...was.keys()])]
  return paths
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({
      path,
      ...(was.has(path) && { was: was.get(path)! }),
      ...(is.has(path) && { is: is.get(path)! }),
    }))
}

/** Every value by its place in the file, as text. */
export function fieldsByPath(value: object, above = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, string][] => {
      const path = above ? `${above}.${key}` : key
      if (one === undefined) return []
      if (Array.isArray(one)) return [[path, one.join('\n')]]
      return typeof one === 'object' && one !== null ? [...fieldsByPath(one, path)] : [[path, String(one)]]
    }),
  )
}
