import { createTransport } from 'nodemailer'

export type Letter = {
  id: string
  to: string
  language: string
  subject: string
  text: string
  /** Where a mail program's own button ends such mails (RFC 8058). */
  unsubscribe?: string | undefined
}
/** Where mail goes: an SMTP server, or a demo's outbox page, which only keeps it. */
export type Mailer = { send: (letter: Letter) => Promise<void>; keepsOutbox: boolean; close: () => void }

export function createMailer(smtpUrl: string | undefined, from: string): Mailer {
  if (!smtpUrl) return { send: async () => {}, keepsOutbox: true, close: () => {} }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    keepsOutbox: false,
    close: () => transport.close(),
    send: async ({ id, to, language, subject, text, unsubscribe }) => {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`, // the same for each try: a mail that left twice is one mail to the reader's program
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
      })
    },
  }
}

function listHeaders(unsubscribe: string | undefined): Record<string, string> {
  if (!unsubscribe) return {}
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/**
 * Why a mail did not leave. Final only when the server refused this very address (5xx to RCPT): a wrong password or a full
 * disk is the operator's to mend, and the mail waits for it.
 */
export function refusalOf(error: unknown): { code: string; permanent: boolean } {
  if (!(error instanceof Error)) return { code: 'unknown', permanent: false }
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined
  const command = 'command' in error ? String(error.command) : ''
  const code = 'code' in error ? String(error.code) : error.name
  return {
    code: status ? `${status} ${command}`.trim() : code,
    permanent: status !== undefined && status >= 500 && command === 'RCPT TO',
  }
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
}
