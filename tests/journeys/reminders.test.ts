// Dates not to miss: one mail each, once, in the person's language, while the step stands open in their plan.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderMail, sendMessage } from '#features/messaging/index.ts'
import { remindSome } from '../../src/main/jobs.ts'
import { linkIn, written } from '../support/mailbox.ts'
import { aNewcomer, samira } from '../support/people.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const worker = {
  ...samira,
  status: 'tfw_closed',
  arrival_date: '2026-10-14',
  permit_expiry: '2027-08-31',
  driver: 'foreign',
}
const stops = () => world.owner.selectFrom('reminder_stop').select('file_id').execute()
const topicsTo = async (to: string) =>
  (await written(world)).filter((each) => each.template === 'reminder' && each.to === to).map((each) => each.values)

test('taxes and a permit are reminded of in their season, in Spanish, once', async () => {
  const visitor = await aNewcomer(world, { language: 'es', email: 'w@personne.example.org', answers: worker })
  await visitor.open('/es/assessment/permit_expiry')
  await visitor.send('/es/assessment/permit_expiry', {
    ...{ 'answer-day': '31', 'answer-month': '8', 'answer-year': '2027', action: 'answer' },
  })
  for (const day of ['2027-03-01', '2027-03-02', '2027-04-03', '2027-04-04', '2027-06-02']) {
    world.setNow(`${day}T14:30:00Z`)
    await remindSome(world.services, undefined)
  }
  const mails = await topicsTo('w@personne.example.org')
  expect(mails.map(({ topic, day }) => `${topic} ${day}`).sort()).toEqual([
    'charter 2027-04-14',
    'permit 2027-08-31',
    'permit 2027-08-31',
    'tax 2027-04-30',
  ])
  expect(mails[0]?.link).toBe('http://localhost:3000/es/plan')
  expect(mails[0]?.otherLink).toMatch(/^http:\/\/localhost:3000\/c\//)
  const { subject, text } = renderMail(world.services.words, 'AQ', '811', 'reminder', 'es', mails.at(-1) ?? {})
  expect(subject).toBe('AQ: se acerca una fecha')
  expect(text).toContain('31 de agosto de 2027')
  expect(text).toContain('31 août 2027')
  expect(text).not.toMatch(/visa|permis|permiso|trabaj/i)
})

test('who has done a step, or has no such step, hears nothing of it', async () => {
  world.setNow('2027-06-10T15:00:00Z')
  const visitor = await aNewcomer(world, { language: 'fr', email: 'd@personne.example.org', answers: worker })
  await visitor.open('/fr/assessment/permit_expiry')
  await visitor.send('/fr/assessment/permit_expiry', {
    ...{ 'answer-day': '31', 'answer-month': '8', 'answer-year': '2027', action: 'answer' },
  })
  await visitor.open('/fr/plan')
  await visitor.open('/fr/plan/steps/permit-renew')
  await visitor.send('/fr/plan/steps/permit-renew/done')
  world.setNow('2027-07-17T14:30:00Z')
  await remindSome(world.services, undefined)
  expect(await topicsTo('d@personne.example.org')).toEqual([])
  expect((await topicsTo('w@personne.example.org')).at(-1)).toMatchObject({ topic: 'permit' })
})

test('no sentence of a reminder names a status or a need, and a subject says only that a date comes', () => {
  for (const topic of ['benefits', 'restore', 'licence', 'charter', 'pr-card', 'tax', 'permit']) {
    const { subject, text } = renderMail(world.services.words, 'AQ', '811', 'reminder', 'fr', {
      topic,
      day: '2027-04-30',
    })
    expect(subject).toBe('AQ : une date approche')
    expect(text).not.toMatch(/asile|réfugi|résident|statut|travailleur|étudiant|violence|logement/i)
  }
})

test('a mail program’s own button stops the reminders: no cookie, no form of ours, one field in either coding', async () => {
  world.setNow('2027-07-18T15:00:00Z')
  // each at its own hour: the newest mail is that of whoever came last
  for (const [hour, email, type, body] of [
    [15, 'u1@personne.example.org', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      16,
      'u2@personne.example.org',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ] as const) {
    await aNewcomer(world, { language: 'fr', email })
    world.setNow(`2027-07-25T${hour}:00:00Z`)
    await remindSome(world.services, undefined)
    const click = (path: string, text: string) =>
      world.app.request(`http://localhost:3000${path}`, {
        method: 'POST',
        headers: { host: 'localhost:3000', 'content-type': type },
        body: text,
      })
    const [stop, checkIn] = [await linkIn(world, 'check-in', 'otherLink'), await linkIn(world, 'check-in')]
    expect((await click(stop, type.startsWith('multipart') ? '--x--\r\n' : 'List-Unsubscribe=No')).status).toBe(403)
    const opened = await click(checkIn, body)
    expect([opened.status, opened.headers.getSetCookie()]).toEqual([404, []])
    const before = (await stops()).length
    const stopped = await click(stop, body)
    expect([stopped.status, stopped.headers.getSetCookie()]).toEqual([200, []])
    expect(await stops()).toHaveLength(before + 1)
    world.setNow('2027-07-18T16:00:00Z')
  }
})

test('each mail of our own accord leaves with the address of its button, and a mail that was asked for without', async () => {
  const rows = await world.owner
    .selectFrom('message')
    .select(['id', 'template'])
    .where('state', '=', 'waiting')
    .execute()
  const ended = new Map<string, boolean>()
  for (const { id, template } of rows)
    await sendMessage(
      world.services,
      {
        send: ({ unsubscribe }) => {
          ended.set(template, /^http:\/\/localhost:3000\/c\/[\w-]+$/.test(unsubscribe ?? ''))
          return Promise.resolve()
        },
        keepsOutbox: true,
        close: () => {},
      },
      id,
    )
  expect([...ended].sort()).toEqual([
    ['check-in', true],
    ['registration', false],
    ['reminder', true],
  ])
})
