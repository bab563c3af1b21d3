import type { FaultReason } from '../../domain/fault.ts'

/** A file that cannot be read on from here; what was read before it counts. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly reason: FaultReason
  constructor(reason: FaultReason) {
    super(reason)
    this.reason = reason
  }
}
