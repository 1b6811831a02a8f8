/** How often people served before: an extract of the population register. */
export { exemptionOf, type MyServices, myServices, type ServedBefore } from './exemption-of.ts'
export { importServices, mostServicesBytes } from './import-services.ts'
export { monthsKept } from './kept-service.ts'
export { dropOldServices, recordServices } from './record-services.ts'
export { serviceList } from './service-list.ts'
export { type ServiceCount, serviceCounts } from './service-store.ts'
