import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTestSeal } from './make-test-seal.ts'

/** Writes a seal to try things with: `node --import tsx dev/seal/main.ts FOLDER`. */
const folder = process.argv[2] ?? '.kiesloket/seal'
const { certificates, privateKey, root } = await makeTestSeal()
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'seal.crt'), certificates)
await writeFile(join(folder, 'seal.pem'), privateKey, { mode: 0o600 })
await writeFile(join(folder, 'root.crt'), root)
console.log(
  `seal.crt, seal.pem and root.crt are in ${folder}: put the first two in \`seal\` of a municipality's file.`,
)
