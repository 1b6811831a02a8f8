/** Addresses of the citizen's pages. Letters on paper carry some of them: a path is never taken away. */
export const paths = {
  start: '/',
  /** Printed in the QR code of every letter, followed by # and its signed statement. */
  letter: '/k',
} as const
