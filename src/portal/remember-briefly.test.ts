import { expect, test } from 'vitest'
import { rememberBriefly } from './remember-briefly.ts'

let now: Date
const clock = { now: () => now }

function remembered({ most }: { most?: number } = {}) {
  now = new Date('2029-06-10T08:00:00Z')
  const asked: string[] = []
  const make = async (name: string) => {
    asked.push(name)
    return name === 'nothing' ? undefined : `${name} ${asked.length}`
  }
  return { asked, recall: rememberBriefly(clock, 10, make, most) }
}

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

test('is made once for all who ask within its seconds, and anew after them', async () => {
  const { recall } = remembered()
  expect(await Promise.all([recall('a'), recall('a')])).toEqual(['a 1', 'a 1'])
  later(9)
  expect(await recall('a')).toBe('a 1')
  later(1)
  expect(await recall('a')).toBe('a 2')
})

test('what is not there is asked again', async () => {
  const { asked, recall } = remembered()
  for (const _ of [1, 2]) expect(await recall('nothing')).toBeUndefined()
  expect(asked).toHaveLength(2)
})

test('what went wrong is asked again', async () => {
  now = new Date()
  let times = 0
  const recall = rememberBriefly(clock, 10, async () => {
    times++
    if (times === 1) throw new Error('no database')
    return times
  })
  await expect(recall('a')).rejects.toThrow('no database')
  expect(await recall('a')).toBe(2)
})

test('of more names than it holds it lets go of the one that was made first', async () => {
  const { recall } = remembered({ most: 2 })
  for (const name of ['a', 'b', 'c']) await recall(name)
  expect([await recall('b'), await recall('c')]).toEqual(['b 2', 'c 3'])
  expect(await recall('a')).toBe('a 4')
})

test('what is not there any more leaves what was made after it alone', async () => {
  now = new Date('2029-06-10T08:00:00Z')
  const answers: ((value: string | undefined) => void)[] = []
  const recall = rememberBriefly(clock, 10, () => new Promise<string | undefined>((say) => answers.push(say)))
  const first = recall('a')
  later(10)
  const second = recall('a')
  answers[1]!('new')
  answers[0]!(undefined)
  expect([await first, await second, await recall('a')]).toEqual([undefined, 'new', 'new'])
  expect(answers).toHaveLength(2)
}, 2000)
