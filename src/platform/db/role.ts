import { sql } from 'kysely'
import { ConfigError } from '../config/config.ts'
import type { Db } from './db.ts'

/** Stops the start when the role that serves requests could go round row-level security. */
export async function requirePowerless(db: Db): Promise<void> {
  const { rows } = await sql<{ power: boolean; owns: string }>`
    select (rolsuper or rolbypassrls or pg_has_role(rolname, (select tableowner from pg_tables where schemaname = 'public' and tablename = 'file'), 'USAGE')) as power,
      (select count(*) from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname = current_user`.execute(db)
  const [role] = rows
  if (!role?.power && role?.owns === '0') return
  throw new ConfigError(
    'DATABASE_APP_URL names a role that owns tables or may bypass row-level security: give it a plain role that owns nothing.',
  )
}
