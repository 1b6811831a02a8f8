// Does the work of the page without network beside it, so that the page stays quick.

import { openPack } from './opened-pack.js'

let opened

const answers = {
  async open({ code }) {
    const answer = await openPack(code)
    if (answer.is !== 'open') return answer
    opened = answer.pack
    opened.load((progress) => postMessage({ progress })).catch(() => postMessage({ damaged: true }))
    const { outboxKey: _, ...head } = answer.head
    return { is: 'open', head, given: opened.given }
  },
  find: async ({ typed }) => opened.find(typed),
  async note({ entry }) {
    await opened.note(entry)
    return { given: opened.given }
  },
}

self.addEventListener('message', async ({ data }) => {
  try {
    postMessage({ id: data.id, answer: await answers[data.ask](data) })
  } catch (error) {
    postMessage({ id: data.id, failed: error.name })
  }
})
