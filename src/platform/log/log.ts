import pino from 'pino'

export type Log = pino.Logger

/** JSON lines on stderr, for the operator. Never a name, an address, a telephone, a token or an answer. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }))
}
