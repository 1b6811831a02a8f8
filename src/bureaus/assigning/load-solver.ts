import { lazily } from '../../platform/lazily.ts'

/** HiGHS: megabytes of WebAssembly, so only when they are needed. */
export const loadSolver = lazily(async () => {
  const { default: load } = await import('highs')
  // Its types say CommonJS, what is imported is an ES module.
  return (load as unknown as typeof load.default)()
})
