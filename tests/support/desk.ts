// An editor with files to hand over, and a worker that takes them when told to.
import { sql } from 'kysely'
import { connect } from '#platform/db/db.ts'
import { takeUpload } from '#features/directory/index.ts'
import { anAgent } from './people.ts'
import type { Visitor } from './visitor.ts'
import { openWorld } from './world.ts'
import { zipped } from './zipped.ts'

/** Where directories are handed over. */
export const imports = '/workspace/directory/imports'

export const services = `id,organization_id,name,description,status
10,1,Chorale du canal,Petits groupes,active
11,2,Hébergement,Un lit,active
12,9,Orphelin,Ailleurs,active
13,1,,Sans nom,active
`
const organizations = 'id,name,description\n1,La Passerelle (fictif),Accueil\n2,Maison du pont (fictif),Toit\n'

/** A small directory; every name in it is invented. */
export function directory(changes: Record<string, string> = {}): Promise<File> {
  return zipped('répertoire d’essai.zip', { 'organizations.csv': organizations, 'services.csv': services, ...changes })
}

/** A world with an editor in it; \`take\` does what a worker does with the job. */
export async function openDesk() {
  const world = await openWorld()
  const owner = connect(world.ownerUrl, 4)
  const email = 'dominique@ministere.example.org'
  const editor = await anAgent(world, { role: 'editor', email, name: 'Dominique Édit' })
  return {
    world,
    owner: owner.db,
    editor,
    take: (id: string) => takeUpload(world.services, owner.db, id),
    handOver: async (fields: Record<string, string | File>): Promise<string> => {
      await editor.open(imports)
      await editor.attach(imports, { source: 'essai', name: 'Essai', ...fields })
      return /\/imports\/([0-9a-f-]{36})$/.exec(editor.page.path)?.[1] ?? ''
    },
    statusOf: (id: string) =>
      owner.db
        .selectFrom('import_upload')
        .select(['status', 'failure', sql<number | null>`octet_length(content)`.as('bytes')])
        .where('id', '=', id)
        .executeTakeFirst(),
    many: async () => (await sql`select from import_upload`.execute(owner.db)).rows.length,
    end: async () => {
      await owner.close()
      await world.end()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The cookie by which a colleague is known. */
export function staffCookie(visitor: Visitor): [string, string] {
  const found = [...visitor.cookies].find(([name]) => name.includes('staff'))
  if (!found) throw new Error('Nobody is signed in.')
  return found
}
