export const texts = {
  /** Who decided, as a letter names it. */
  municipality: (name: string) => `de gemeente ${name}`,
  /** Read by the person at a request that waited when the designation was taken back. */
  requestOver:
    'Je aanwijzing is ingetrokken. Je hoeft niet meer te komen, en over je vraag wordt niet meer beslist.',
  movedTo: (reason: string) => `Verplaatst: ${reason}`,
} as const
