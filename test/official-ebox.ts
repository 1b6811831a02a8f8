import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import formats from 'ajv-formats'
import { parse } from 'yaml'

type Schema = Readonly<Record<string, unknown>>
type Operation = Readonly<{ responses: Readonly<Record<string, { schema?: Schema }>> }>
type Specification = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  definitions: Readonly<Record<string, Schema>>
}>

/** What is wrong with a value; nothing when it is as the official description says. */
export type Complaints = readonly Pick<ErrorObject, 'instancePath' | 'message'>[]

/**
 * The official description of the e-Box Message Registry 2.1 as a judge. Its Swagger 2 definitions are JSON Schema
 * but for the place of the references, which stay valid when the definitions stand beside the schema asked about.
 */
export function officialEbox() {
  const text = readFileSync(join(import.meta.dirname, 'specs/ebox-rest-2.1.yaml'), 'utf8')
  const { paths, definitions } = parse(text) as Specification
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)

  function judge(schema: Schema, value: unknown): Complaints {
    const isRight = ajv.compile({ definitions, ...schema })
    return isRight(value) ? [] : (isRight.errors ?? [])
  }

  return {
    /** Judges a value by the definition of that name, such as `MessageToPublish`. */
    judge: (definition: string, value: unknown): Complaints =>
      judge({ $ref: `#/definitions/${definition}` }, value),

    /** The names that a definition knows: it forbids no others, but nobody reads them. */
    propertiesOf: (definition: string): string[] =>
      Object.keys(definitions[definition]!.properties as object),

    /** Judges the body of a reply; a status that the description does not know is a complaint too. */
    judgeReply(method: 'get' | 'post', path: string, status: number, body: unknown): Complaints {
      const response = paths[path]?.[method]?.responses[status]
      if (!response) return [{ instancePath: path, message: `${method} does not answer ${status}` }]
      return response.schema ? judge(response.schema, body) : []
    },
  }
}
