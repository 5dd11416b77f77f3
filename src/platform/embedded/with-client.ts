import { Client } from 'pg';

/** Does some work on a connection of its own, and closes it in any case. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A server that starts or stops may drop the connection at any moment; the query's own rejection says so.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
