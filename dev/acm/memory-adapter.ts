import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly until: number
}

/** What the stand-in remembers, by kind and id: in this process, until it stops. */
const kept = new Map<string, Kept>()

/** The provider asks for a store of its own making; ours forgets everything at the end. */
export class MemoryAdapter implements Adapter {
  readonly kind: string

  constructor(kind: string) {
    this.kind = kind
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    kept.set(this.key(id), { payload, until: Date.now() + (expiresIn || 3600) * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.key(id))
    return found && found.until > Date.now() ? found.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first(({ payload }) => payload.uid === uid)
  }

  async findByUserCode(code: string): Promise<AdapterPayload | undefined> {
    return this.first(({ payload }) => payload.userCode === code)
  }

  async consume(id: string): Promise<undefined> {
    const found = kept.get(this.key(id))
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<undefined> {
    kept.delete(this.key(id))
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
  }

  private key(id: string): string {
    return `${this.kind} ${id}`
  }

  private first(isIt: (one: Kept) => boolean): AdapterPayload | undefined {
    const ours = [...kept].filter(([key]) => key.startsWith(`${this.kind} `)).map(([, one]) => one)
    return ours.find((one) => one.until > Date.now() && isIt(one))?.payload
  }
}
