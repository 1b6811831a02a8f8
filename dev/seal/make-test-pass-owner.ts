import type { PassOwner } from '../../src/platform/wallet/pass-maker.ts'
import { makeTestSeal, type TestSealFacts } from './make-test-seal.ts'

/** Somebody who makes passes, under an authority of their own as Apple is one; no phone takes what they make. */
export async function makeTestPassOwner({
  passType = 'pass.example.kiesloket',
  ...facts
}: Omit<TestSealFacts, 'name'> & { passType?: string } = {}): Promise<PassOwner & { root: string }> {
  const { root, ...files } = await makeTestSeal({
    ...{ name: `Pass Type ID: ${passType}`, kind: 'rsa' },
    ...facts,
  })
  return { ...files, root, passType, team: 'TEST000001' }
}
