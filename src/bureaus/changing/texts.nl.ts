export const texts = {
  /** Who decided, as a letter names it. */
  municipality: (name: string) => `de gemeente ${name}`,
  movedTo: (reason: string) => `Verplaatst: ${reason}`,
} as const
