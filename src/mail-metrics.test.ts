import { expect, test } from 'vitest'
import { createMailMeter } from './mail-metrics.ts'
import { createMetrics } from './platform/metrics.ts'

test('mails are counted by kind and outcome, and by nothing else', async () => {
  const metrics = createMetrics()
  const meter = createMailMeter(metrics)
  meter.answered('reminder', 'taken')
  meter.answered('reminder', 'taken')
  meter.answered('confirm', 'refused')
  const { values } = await metrics.getSingleMetric('kiesloket_mails_total')!.get()
  expect(values.map(({ labels, value }) => [labels, value])).toEqual([
    [{ kind: 'reminder', outcome: 'taken' }, 2],
    [{ kind: 'confirm', outcome: 'refused' }, 1],
  ])
})
