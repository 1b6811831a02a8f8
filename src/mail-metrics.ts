import { Counter } from 'prom-client'
import type { Metrics } from './platform/metrics.ts'
import type { MailMeter } from './portal/mail/mail-deps.ts'

/** Counts mails to citizens, for Prometheus: by kind and by what became of them, and nothing of whom. */
export function createMailMeter(metrics: Metrics): MailMeter {
  const mails = new Counter({
    name: 'kiesloket_mails_total',
    help: 'Mails to citizens by what became of an attempt; dropped: it was not needed any more.',
    ...{ labelNames: ['kind', 'outcome'], registers: [metrics] },
  })
  return { answered: (kind, outcome) => mails.inc({ kind, outcome }) }
}
