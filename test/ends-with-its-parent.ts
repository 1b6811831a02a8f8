/**
 * Loaded first into a process that a test starts: it ends when who started it is gone, also when that was killed and could end
 * nothing itself. The other end of its standard input closes then.
 */
process.stdin.on('error', end).on('end', end).resume()
if ('unref' in process.stdin) process.stdin.unref()

function end(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable')
}
