import { z } from 'zod'
import { secretsOf } from './secrets.ts'

const port = z.coerce.number().int().min(0).max(65535)
const absolute = z.url({ protocol: /^https?$/ })
const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true')

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: absolute.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SECRET_KEY: z.string().min(32).optional(),
  SECRET_KEY_OLD: z.string().min(32).optional(),
  FIELD_KEY: z.string().min(32).optional(),
  OFFICE_PHONE: z.string().min(3).optional(),
  SERVICE_NAME: z.string().min(1).default('Accompagnement Québec'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DEMO: flag.optional(),
  TRUSTED_PROXY: flag.default(false),
})

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1'])

/** How to mend each value; the start stops with one such sentence. */
const mending: Record<string, string> = {
  PORT: 'a whole number from 0 to 65535, such as 3000',
  DATABASE_URL: 'the address of the owning role, such as postgres://owner:password@host:5432/aq',
  DATABASE_APP_URL: 'the address of the role that serves requests, such as postgres://app:password@host:5432/aq',
  PUBLIC_URL: 'the address people type, such as https://aide.example.org',
  SMTP_URL: 'the mail server, such as smtps://user:password@mail.example.org',
  MAIL_FROM: 'the sender of every mail, such as "Accompagnement <aide@example.org>"',
  SECRET_KEY: 'at least 32 random characters, kept secret',
  SECRET_KEY_OLD: 'the former SECRET_KEY, at least 32 characters',
  FIELD_KEY: 'at least 32 random characters, kept apart from the database',
  OFFICE_PHONE: 'the telephone of the humans behind this service, such as 1 800 555-0123',
  LOG_LEVEL: 'debug, info, warn, error or silent',
  DEMO: '1 or 0',
  TRUSTED_PROXY: '1 when a proxy of yours sets X-Forwarded-For, else 0',
}

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  databaseAppUrl: string | undefined
  /** Without a trailing slash; the only origin of absolute links. */
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  secretKey: string
  secretKeyOld: string | undefined
  fieldKey: string
  officePhone: string
  serviceName: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  demo: boolean
  /** A proxy of ours stands before the service: the last address of X-Forwarded-For is the visitor's. */
  trustedProxy: boolean
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** The configuration, or a ConfigError with one sentence that says which value is wrong and how to mend it. */
export function readConfig(source: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(present)
  if (!parsed.success) throw new ConfigError(sentence(String(parsed.error.issues[0]?.path[0] ?? '')))
  const env = parsed.data
  const demo = env.DEMO ?? (env.NODE_ENV !== 'production' && !env.DATABASE_URL)
  if (demo && (env.NODE_ENV === 'production' || env.DATABASE_URL))
    throw new ConfigError(
      'DEMO is set beside NODE_ENV=production or DATABASE_URL: a demo prints sign-ins for everyone to see; unset DEMO.',
    )
  if (demo && !loopbackHosts.has(env.HOST))
    throw new ConfigError(
      'HOST is wrong for a demo, which answers only to this machine: set it to 127.0.0.1, or configure an installation.',
    )
  if (env.DATABASE_URL && !env.DATABASE_APP_URL) throw new ConfigError(sentence('DATABASE_APP_URL'))
  if (!demo) {
    for (const name of ['PUBLIC_URL', 'OFFICE_PHONE', 'SECRET_KEY', 'FIELD_KEY', 'MAIL_FROM', 'SMTP_URL'] as const) {
      if (!env[name]) throw new ConfigError(sentence(name))
    }
  }
  const secrets = secretsOf(env.DATA_DIR, env.SECRET_KEY, env.FIELD_KEY)
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `${env.SERVICE_NAME} <demo@example.org>`,
    secretKey: secrets.secretKey,
    secretKeyOld: env.SECRET_KEY_OLD,
    fieldKey: secrets.fieldKey,
    officePhone: env.OFFICE_PHONE ?? '1 800 555-0123',
    serviceName: env.SERVICE_NAME,
    logLevel: env.LOG_LEVEL,
    demo,
    trustedProxy: env.TRUSTED_PROXY,
  }
}

function sentence(name: string): string {
  return `${name || 'The environment'} is missing or wrong: set it to ${mending[name] ?? 'a valid value (docs/architecture.md, "Environment")'}.`
}

/** Refuses an older Node in a sentence; the project brings its own 24. */
export function requireNode(version: string): void {
  const major = Number(version.replace(/^v/, '').split('.')[0])
  if (major < 24)
    throw new ConfigError(
      `Node ${version} is too old: this service needs Node 24 or newer; start it with "npm start", which brings its own.`,
    )
}
