/** Documents in a batch, and so in a job. */
export const batchSize = 500
