import { expect, test } from 'vitest'
import { htmlFaults } from './html-faults.ts'

const page = (main: string) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Brief</title></head><body><main>${main}</main></body></html>`

test('an attribute that HTML has not is a fault; what is drawn has attributes of its own', async () => {
  const drawn = '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0h1" fill="none"></path></svg>'
  const label = '<label for="code">Code</label>'
  expect(
    await htmlFaults(page(`${drawn}${label}<input type="text" id="code" name="code" data-x="1">`)),
  ).toEqual([])
  expect(await htmlFaults(page(`${label}<input type="text" id="code" name="code" empty="Plak">`))).toEqual([
    expect.stringMatching(/^known-attributes .*"empty"/),
  ])
})
