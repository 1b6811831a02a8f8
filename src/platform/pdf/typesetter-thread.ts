import { createTypesetter, type TypstSource, UnprintableText } from './typesetter.ts'

/** What a thread answers: an error that crosses threads would lose its class. */
export type ThreadAnswer = { readonly pdf: Uint8Array } | { readonly unprintable: string }

const typesetter = createTypesetter()

/** Runs in a thread of `createThreadedTypesetter`. */
export default async function typesetInThread(source: TypstSource): Promise<ThreadAnswer> {
  try {
    return { pdf: await typesetter.typeset(source) }
  } catch (error) {
    if (error instanceof UnprintableText) return { unprintable: error.message }
    throw error
  }
}
