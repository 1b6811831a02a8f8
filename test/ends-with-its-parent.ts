import { isMainThread } from 'node:worker_threads'

/**
 * Loaded first into a process that a test starts: it ends when who started it is gone, also when that was killed and could end
 * nothing itself. The other end of its standard input closes then.
 * Its threads load this too, and have a standard input that is over from the start.
 */
if (isMainThread) {
  process.stdin.on('error', end).on('end', end).resume()
  if ('unref' in process.stdin) process.stdin.unref()
}

function end(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable')
}
