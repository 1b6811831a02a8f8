import type { Dialect } from './dialect.ts'
import { asStatusItems, oldMessage } from './federal.ts'

/**
 * MAGDA Documentendienst. ASSUMED, all of it that is about the message: the newest API description was not public
 * when this was written. The service says that it follows the federated e-Box API and its schemas use the names of
 * v2.1, hence this shape. Confirm with Digitaal Vlaanderen before use: the body, the path, whether there is an
 * idempotency key (until then: none), and what `X-Magda-Enduser-ID` must hold. All of it is here; asking about consents stands beside it.
 */
export const magda: Dialect = {
  api: 'magda',
  hasKeys: false,
  path: '/messages',
  scope: { own: 'msg_msg_v1_P', onBehalf: 'msg_msg_v1_P' },
  message: (message) => ({ deliveryChannel: 'EBOX', deliveryMethod: 'NORMAL', ...oldMessage(message) }),
  headers: () => ({}),
  requestHeaders: (traceId, senderEnterpriseNumber) => ({
    'x-correlation-id': traceId,
    'X-Magda-Enduser-ID': senderEnterpriseNumber,
  }),
  // The limit, the scope and the couples are described; the path and what stands around them are not.
  status: {
    path: '/statusRequest',
    atOnce: 500,
    scope: 'msg_statuses_v1_P',
    body: (messages) => ({ deliveryChannel: 'EBOX', messages: asStatusItems(messages) }),
  },
  onBehalfOf: () => ({}), // X-Magda-Enduser-ID names it already
}
