import type { Fault } from '../../domain/fault.ts'

/** A file that cannot be read on from here; what was read before it counts. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly fault: Fault
  /** The line, or the place in a list, where that is known. */
  readonly line: number | undefined
  constructor(fault: Fault, line?: number) {
    super(fault.reason)
    this.fault = fault
    this.line = line
  }
}
