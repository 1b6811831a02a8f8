/** The draw that anybody can recompute. */

export { commitDraw, runDraw } from './draw.ts'
export type { Draw, FrozenDraw } from './draw-file.ts'
export { currentDraw, drawsOf } from './draw-store.ts'
export { type FreezeRefusal, freezeDraw } from './freeze-draw.ts'
export { type HoldRefusal, holdDraw } from './hold-draw.ts'
export { type KeptDraw, unitOfListA } from './kept-draw.ts'
export { canonicalValue } from './public-value.ts'
export { givenUpBefore, verifyDraw } from './verify-draw.ts'
export { type WithdrawRefusal, withdrawDraw } from './withdraw-draw.ts'
export { drawFile } from './write-draw-file.ts'
