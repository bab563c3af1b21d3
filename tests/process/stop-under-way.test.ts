import { describe, expect, test } from 'vitest'
import {
  connectTo,
  endOf,
  newFolder,
  patience,
  postmasterOf,
  query,
  startService,
  until,
  type Service,
} from './service.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/** The first answer of a newcomer nobody knows yet: 303 and the cookie that leads back to it, or how it ended. */
async function answerFirst({ url }: Service): Promise<{ status: number; cookie: string } | 'connection ended'> {
  try {
    const answered = await fetch(`${url}/fr/assessment/prefer_language`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ answer: 'fr', action: 'answer' }),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    const cookie = answered.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    await answered.text()
    return { status: answered.status, cookie }
  } catch {
    return 'connection ended'
  }
}

async function isKept({ url }: Service, cookie: string): Promise<boolean> {
  const page = await fetch(`${url}/fr/assessment/prefer_language`, { headers: { cookie } })
  return /value="fr"[^>]*checked/.test(await page.text())
}

const waiting = "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'"
const answers = "select count(*)::int as count from answer where question_id = 'prefer_language'"

describe.each(signals)('%s to the whole process group', (signal) => {
  test(
    'twenty answers held up in the database at that moment are all acknowledged and kept',
    { timeout: 2 * patience },
    async () => {
      const folder = newFolder()
      const service = await startService(folder)
      const holdUp = await connectTo(folder)
      await holdUp.query('begin; lock table answer in exclusive mode')
      const sent = Array.from({ length: 20 }, () => answerFirst(service))
      await until('twenty requests wait', async () => Number((await query(folder, waiting))[0]?.['count']) === 20)
      service.signal(signal, 'group')
      await until('newcomers are turned away', async () => (await answerFirst(service)) === 'connection ended')
      await holdUp.query('commit')
      await holdUp.end()
      const received = await Promise.all(sent)
      expect(received.map((each) => (each === 'connection ended' ? each : each.status))).toEqual(Array(20).fill(303))
      expect(await endOf(service)).toEqual({ code: 0, signal: null })
      expect(postmasterOf(folder)).toBeUndefined()
      const again = await startService(folder)
      for (const each of received) expect(each !== 'connection ended' && (await isKept(again, each.cookie))).toBe(true)
    },
  )

  test(
    'in a stream of answers none that was acknowledged is lost, and each other one ends clearly',
    { timeout: 2 * patience },
    async () => {
      const folder = newFolder()
      const service = await startService(folder)
      const before = Number((await query(folder, answers))[0]?.['count'])
      const accepted: string[] = []
      const other: number[] = []
      const newcomer = async () => {
        for (
          let received = await answerFirst(service);
          received !== 'connection ended';
          received = await answerFirst(service)
        ) {
          if (received.status === 303) accepted.push(received.cookie)
          else other.push(received.status)
        }
      }
      const stream = Array.from({ length: 20 }, newcomer)
      await until('answers flow', () => accepted.length >= 40)
      service.signal(signal, 'group')
      await Promise.all(stream)
      expect(await endOf(service)).toEqual({ code: 0, signal: null })
      expect(other.filter((status) => status !== 503)).toEqual([])
      const again = await startService(folder)
      expect(Number((await query(folder, answers))[0]?.['count']) - before).toBeGreaterThanOrEqual(accepted.length)
      const lost = await Promise.all(accepted.slice(-40).map(async (cookie) => !(await isKept(again, cookie))))
      expect(lost.filter(Boolean)).toEqual([])
    },
  )
})
