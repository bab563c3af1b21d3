import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAlive } from '#platform/db/embedded/alive.ts'
import { endOf, launch, newFolder, patience, postmasterOf, serverLog, startService } from './service.ts'

const tool = ['tools/setup.mjs', 'start']

/** The process that the wrapper runs. */
function childOf(pid: number): number {
  const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])
  if (!child) throw new Error('The wrapper runs nothing.')
  return child
}

test.each([
  ['Ctrl-C in a terminal, which reaches both', 'SIGINT', 'group'],
  ['SIGTERM to the wrapper alone', 'SIGTERM', undefined],
] as const)('%s: one stop, no orphan', { timeout: patience }, async (_, signal, to) => {
  const folder = newFolder()
  const wrapper = await startService(folder, { tool })
  const child = childOf(wrapper.pid)
  expect(isAlive(child)).toBe(true)
  wrapper.signal(signal, to)
  expect(await endOf(wrapper)).toEqual({ code: 0, signal: null })
  expect([isAlive(child), postmasterOf(folder), wrapper.complained()]).toEqual([false, undefined, ''])
  expect(serverLog(folder).match(/received fast shutdown request/g)).toHaveLength(1)
})

test('its end is that of what it runs', { timeout: patience }, async () => {
  const folder = newFolder()
  const wrong = launch(folder, tool, { env: { PORT: 'abc' } })
  expect(await endOf(wrong)).toEqual({ code: 1, signal: null })
  const unknown = launch(folder, ['tools/setup.mjs', 'aq', 'nothing', 'such'])
  expect(await endOf(unknown)).toEqual({ code: 2, signal: null })
  const service = await startService(folder, { tool })
  process.kill(childOf(service.pid), 'SIGKILL')
  expect(await endOf(service)).toEqual({ code: 137, signal: null })
})

test(
  'npm and its shell that end without passing the signal on take the service with them',
  { timeout: patience },
  async () => {
    const folder = newFolder()
    const shell = {
      program: '/bin/sh',
      tool: ['-c', 'node tools/setup.mjs start; exit 3'],
      env: { npm_lifecycle_event: 'start' },
    }
    const npm = await startService(folder, shell)
    npm.signal('SIGTERM')
    await endOf(npm) // its output is closed once the last of its children has ended
    expect(postmasterOf(folder)).toBeUndefined()
  },
)
