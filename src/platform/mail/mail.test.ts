import { expect, test } from 'vitest'
import { refusalOf } from './mail.ts'

const answer = (code: string, responseCode?: number, command?: string) =>
  Object.assign(new Error('550 5.1.1 <someone@example.org> unknown'), {
    code,
    ...(responseCode ? { responseCode } : {}),
    ...(command ? { command } : {}),
  })

test('only a refusal of the address itself is final; a wrong password or a full disk waits for the operator', () => {
  expect(refusalOf(answer('EENVELOPE', 550, 'RCPT TO'))).toEqual({ code: '550 RCPT TO', permanent: true })
  expect(refusalOf(answer('EAUTH', 535, 'AUTH PLAIN'))).toMatchObject({ permanent: false })
  expect(refusalOf(answer('EMESSAGE', 552, 'DATA'))).toMatchObject({ permanent: false })
  expect(refusalOf(answer('EENVELOPE', 450, 'RCPT TO'))).toMatchObject({ permanent: false })
  expect(refusalOf(answer('ECONNREFUSED'))).toEqual({ code: 'ECONNREFUSED', permanent: false })
})

test('what is kept of a refusal names no address', () => {
  expect(JSON.stringify(refusalOf(answer('EENVELOPE', 550, 'RCPT TO')))).not.toContain('@')
})
