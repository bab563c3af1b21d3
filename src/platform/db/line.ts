import { Socket } from 'node:net'

/** A socket on which everything said in one turn leaves as one packet: statements that do not wait for one another cost one write. */
export function gatheringSocket(): Socket {
  const socket = new Socket()
  const write = socket.write.bind(socket)
  let gathering = false
  const leave = () => {
    gathering = false
    socket.uncork()
  }
  Reflect.set(socket, 'write', (...said: unknown[]): unknown => {
    if (!gathering) {
      gathering = true
      socket.cork()
      process.nextTick(leave)
    }
    const sent: unknown = Reflect.apply(write, socket, said)
    return sent
  })
  return socket
}
