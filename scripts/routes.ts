import { deskRoutes } from '../src/desk/index.ts'
import type { Access } from '../src/platform/http/route.ts'

/** Every page of the staff with the right it asks and the event it leaves: rights can be reviewed in one column. */
const lines = deskRoutes.map(({ method, path, access }) => {
  const { right, audit, fresh, upload } = access as Access
  const also = [fresh && 'fresh login', upload && 'upload'].filter(Boolean).join(', ')
  return [method.padEnd(4), path.padEnd(44), right.padEnd(24), audit.padEnd(28), also].join('  ').trimEnd()
})
console.log(lines.join('\n'))
