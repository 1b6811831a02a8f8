/** The way to the gateway that sends our SMS: HTTP as assumed, behind the port of `platform/sms.ts`. */
export { createSmsSender } from './http-gateway.ts'
