/** Whether an excuse that is asked now is in time. */
export function isInTime({ excuseUntil }: { readonly excuseUntil?: Date }, now: Date): boolean {
  return excuseUntil !== undefined && now < excuseUntil
}
