// Mail over real SMTP: what leaves is what a mail program reads; what cannot leave waits, and leaves once.
import { createServer } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createMailer } from '#platform/mail/mail.ts'
import { sendMessage } from '#features/messaging/index.ts'
import { startJobs } from '../../src/main/jobs.ts'
import { answerQuestions, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let port: number
const received: ParsedMail[] = []
beforeAll(async () => {
  port = await freePort()
  world = await openWorld({ smtpUrl: `smtp://127.0.0.1:${port}` })
})
afterAll(() => world.end())

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

/** Takes every mail but those to "refusee@", which it refuses for good. */
async function startSmtp(): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('refusee@') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      }, done)
    },
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return server
}

const waiting = () =>
  world.owner
    .selectFrom('message')
    .leftJoin('message_content', 'message_content.message_id', 'message.id')
    .select(['id', 'state', 'to_sealed', 'values_sealed'])
    .orderBy('created_at')
    .execute()

test('with the server down the person is told, the mail waits, and leaves once when it is back', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'ar', samira)
  await visitor.send('/ar/registration', { first_name: 'سميرة', email: 'samira@personne.example.org' })
  expect(visitor.page.path).toBe('/ar/registration/sent')
  expect(visitor.page.html).toContain(world.services.words.in('ar')('registration.sent.waiting'))
  const mailer = createMailer(world.services.config.smtpUrl, world.services.config.mailFrom)
  const [message] = await waiting()
  await expect(sendMessage(world.services, mailer, message?.id ?? '')).rejects.toThrow()
  expect((await waiting())[0]?.state).toBe('waiting')

  const server = await startSmtp()
  await sendMessage(world.services, mailer, message?.id ?? '')
  await sendMessage(world.services, mailer, message?.id ?? '') // a job that ran twice sends nothing more
  expect(received).toHaveLength(1)
  const [mail] = received
  expect(mail?.subject).toBe(
    world.services.words.in('ar')('mail.registration.subject', { service: 'Accompagnement Québec' }),
  )
  expect(mail?.text).toContain('سميرة')
  expect(mail?.text).toContain('— Français —')
  expect(mail?.text).not.toMatch(/asile|asylum|لجوء/)
  expect((await waiting())[0]).toMatchObject({ state: 'sent', to_sealed: null, values_sealed: null })

  const link = /http:\/\/localhost:3000(\/i\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  await visitor.open(link)
  await visitor.send(link)
  expect(visitor.page.path).toBe('/ar/me?welcome=1')
  mailer.close()
  await new Promise<void>((closed) => server.close(closed))
})

test('the worker sends what a request wrote; a mailbox that does not exist is not tried again', async () => {
  const server = await startSmtp()
  const worker = await startJobs(world.services, world.ownerUrl)
  const before = received.length
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', samira)
  await visitor.send('/fr/registration', { first_name: 'Ana', email: 'ana@personne.example.org' })
  await vi.waitFor(() => expect(received.length).toBe(before + 1), { timeout: 15_000, interval: 100 })
  expect(received.at(-1)?.to).toMatchObject({ text: 'ana@personne.example.org' })
  await visitor.open('/fr/plan')
  await visitor.send('/fr/registration', { first_name: 'Ana', email: 'refusee@personne.example.org' })
  await vi.waitFor(async () => expect((await waiting()).at(-1)?.state).toBe('failed'), {
    timeout: 15_000,
    interval: 100,
  })
  await worker.stop()
  await new Promise<void>((closed) => server.close(closed))
})

test('a mail of our own accord carries the button that mail programs show, and no other mail does', async () => {
  const server = await startSmtp()
  const mailer = createMailer(world.services.config.smtpUrl, world.services.config.mailFrom)
  const letter = { to: 'ana@personne.example.org', language: 'fr', subject: 's', text: 't' }
  await mailer.send({
    ...letter,
    id: 'one',
    unsubscribe: 'https://example.org/c/token-of-two-hundred-and-fifty-six-bits-long',
  })
  await mailer.send({ ...letter, id: 'two' })
  const [with_, without] = received.slice(-2)
  expect(with_?.headers.get('list')).toMatchObject({
    unsubscribe: { url: 'https://example.org/c/token-of-two-hundred-and-fifty-six-bits-long' },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  })
  expect(without?.headers.has('list')).toBe(false)
  mailer.close()
  await new Promise<void>((closed) => server.close(closed))
})
