import { createTransport } from 'nodemailer'

export type Letter = { id: string; to: string; language: string; subject: string; text: string }
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
    send: async ({ id, to, language, subject, text }) => {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`, // the same for each try: a mail that left twice is one mail to the reader's program
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

/** A refusal of the address itself (5xx): trying again would change nothing. */
export function isPermanent(error: unknown): boolean {
  return (
    error instanceof Error &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 500
  )
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
}
