import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take minutes begin first: otherwise one of them would run on alone when all the others are done. */
const longest = ['test/storm/', 'test/never-twice/', 'test/hosts/', 'test/e2e/late-mutations']

/** What was measured the last time decides among the others; a fresh checkout has only the size of files to go by. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((part) => moduleId.includes(part))
  return place === -1 ? longest.length : place
}
