import { Counter, Gauge, Histogram } from 'prom-client'
import type { Backlog, DeliveryMeter, Party } from './delivery/index.ts'
import { atMostEvery, latencyBuckets, type Metrics } from './platform/metrics.ts'

const labelsOf = ({ api, host }: Party) => ({ route: api, party: host })
const partyLabels = ['route', 'party'] as const

/** Counts and times what goes over the roads, for Prometheus. The labels are a closed list: see the test. */
export function createDeliveryMeter(metrics: Metrics): DeliveryMeter {
  const registers = [metrics]
  const underWay = new Gauge({
    ...{ name: 'kiesloket_messages_under_way', help: 'Messages that left and have no answer yet.' },
    ...{ labelNames: partyLabels, registers },
  })
  const answers = new Histogram({
    name: 'kiesloket_answer_seconds',
    help: 'How long an answer took, by what it meant and its HTTP status (none: no answer came).',
    ...{ labelNames: [...partyLabels, 'answer', 'status'], buckets: latencyBuckets, registers },
  })
  const outcomes = new Counter({
    name: 'kiesloket_deliveries_total',
    help: 'Deliveries by the state they went to; waiting is another try later.',
    ...{ labelNames: [...partyLabels, 'state'], registers },
  })
  const down = new Gauge({
    ...{ name: 'kiesloket_party_down', help: '1 while this process sees that a party does not answer.' },
    ...{ labelNames: partyLabels, registers },
  })
  const stops = new Counter({
    name: 'kiesloket_campaigns_stopped_total',
    help: 'Campaigns that stopped by themselves, by the code of the reason.',
    ...{ labelNames: ['because'], registers },
  })
  return {
    leaves(party) {
      const labels = labelsOf(party)
      const started = performance.now()
      underWay.inc(labels)
      return (answer) => {
        underWay.dec(labels)
        if (!answer) return
        const status = answer.httpStatus === undefined ? 'none' : String(answer.httpStatus)
        answers.observe({ ...labels, answer: answer.kind, status }, (performance.now() - started) / 1000)
      }
    },
    moved: (party, state, count) => outcomes.inc({ ...labelsOf(party), state }, count),
    down: (party, isDown) => down.set(labelsOf(party), isDown ? 1 : 0),
    stopped: (because) => stops.inc({ because: because.split(':')[0]! }),
  }
}

/** The count is worth its query once in so many seconds. */
const backlogKeptSeconds = 15

/**
 * How much waits, over the whole installation: every process says the same, so take the highest, not the sum.
 * In batches, because letters of a country are counted in seconds and batches in milliseconds.
 */
export function meterBacklog(metrics: Metrics, backlogOf: () => Promise<Backlog>): void {
  const ask = atMostEvery(backlogKeptSeconds, backlogOf)
  const gauge = (name: string, help: string, pick: (backlog: Backlog) => number) =>
    new Gauge({
      ...{ name, help, registers: [metrics] },
      async collect() {
        try {
          this.set(pick(await ask()))
        } catch {
          this.remove() // without the database, no answer is better than an old one
        }
      },
    })
  gauge('kiesloket_batches_to_do', 'Batches of open campaigns with something left to do.', (of) => of.toDo)
  gauge('kiesloket_batches_due', 'Those of them that could be worked on now.', (of) => of.due)
  gauge('kiesloket_batches_stopped', 'Batches left in campaigns that are stopped.', (of) => of.stopped)
  gauge(
    'kiesloket_oldest_due_seconds',
    'How long the batch that waits longest could have been worked on.',
    (of) => of.oldestDueSeconds,
  )
}
