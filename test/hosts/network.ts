import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * Machines on a switch, as network namespaces of Linux. Made inside namespaces of one's own (`ownNamespaces`), so that
 * they and all that runs on them are gone when the process that made them ends, in whichever way.
 */
export interface Host {
  readonly name: string
  readonly address: string
  /** Runs a program on this machine. */
  start(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess
  /** The cable is pulled at the switch: no end hears of it, but that nothing comes any more. */
  unplug(): Promise<void>
  plugIn(): Promise<void>
  /** What it sends to this one address gets lost; all others it reaches as before. */
  loseSightOf(address: string): Promise<void>
  seeAgain(address: string): Promise<void>
}

const run = promisify(execFile)
const ip = (...args: string[]) => run('ip', args)

/** The arguments of `unshare` for namespaces of one's own: network, processes, mounts. */
export const ownNamespaces = ['--net', '--pid', '--mount', '--fork', '--kill-child', '--mount-proc']

/** What keeps machines from being made here; nothing when they can be. */
export async function whyNoHosts(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'network namespaces are of Linux'
  if (process.getuid?.() !== 0) return 'it takes root to make network namespaces'
  const attempt = 'ip link add here type veth peer name there && ip netns add other'
  try {
    await run('unshare', [
      ...ownNamespaces,
      'sh',
      '-c',
      `mkdir -p /run/netns && mount -t tmpfs none /run/netns && ${attempt}`,
    ])
    return undefined
  } catch (error) {
    return `unshare and ip (util-linux, iproute2) can't make them here: ${(error as Error).message.trim().split('\n').at(-1)}`
  }
}

/** The switch, and this machine on it under some addresses. */
export async function openNetwork(addresses: readonly string[]): Promise<void> {
  await mkdir('/run/netns', { recursive: true })
  await run('mount', ['-t', 'tmpfs', 'none', '/run/netns'])
  await ip('link', 'set', 'lo', 'up')
  await ip('netns', 'add', 'switch')
  await ip('-n', 'switch', 'link', 'add', 'bridge', 'type', 'bridge')
  await ip('-n', 'switch', 'link', 'set', 'bridge', 'up')
  await ip('link', 'add', 'cable', 'type', 'veth', 'peer', 'name', 'here', 'netns', 'switch')
  await connectPort('here')
  for (const address of addresses) await ip('addr', 'add', `${address}/24`, 'dev', 'cable')
  await ip('link', 'set', 'cable', 'up')
}

export async function addHost(name: string, address: string): Promise<Host> {
  await ip('netns', 'add', name)
  await ip('-n', name, 'link', 'set', 'lo', 'up')
  await ip('-n', name, 'link', 'add', 'cable', 'type', 'veth', 'peer', 'name', name, 'netns', 'switch')
  await connectPort(name)
  await ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'cable')
  await ip('-n', name, 'link', 'set', 'cable', 'up')
  const neighbour = (verb: string, ...args: string[]) =>
    ip('-n', name, 'neigh', verb, ...args, 'dev', 'cable')
  return {
    name,
    address,
    start(program, args, env) {
      const named = ['sh', '-c', 'hostname "$0" && exec "$@"', name, program, ...args]
      const stdio = ['ignore', 'ignore', 'inherit'] as const
      return spawn('ip', ['netns', 'exec', name, 'unshare', '--uts', ...named], { env, stdio: [...stdio] })
    },
    unplug: async () => void (await ip('-n', 'switch', 'link', 'set', name, 'down')),
    plugIn: async () => void (await ip('-n', 'switch', 'link', 'set', name, 'up')),
    loseSightOf: async (lost) =>
      void (await neighbour('replace', lost, 'lladdr', nobodysCard, 'nud', 'permanent')),
    seeAgain: async (lost) => void (await neighbour('del', lost)),
  }
}

const nobodysCard = '02:00:00:00:00:00'

async function connectPort(name: string): Promise<void> {
  await ip('-n', 'switch', 'link', 'set', name, 'master', 'bridge')
  await ip('-n', 'switch', 'link', 'set', name, 'up')
}
