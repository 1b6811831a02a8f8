import { expect, test } from 'vitest'
import { lazily } from './lazily.ts'

test('a thing is made when somebody asks for it, and once', async () => {
  let times = 0
  const thing = lazily(async () => ++times)
  expect(thing.made).toBeUndefined()
  expect(await Promise.all([thing.get(), thing.get()])).toEqual([1, 1])
  expect(await thing.made).toBe(1)
})
