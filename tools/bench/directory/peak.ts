// Loaded before a command: at its end it says, on a line of its own, how much memory the process held at most.
import { writeSync } from 'node:fs'

process.on('exit', () => void writeSync(3, String(process.resourceUsage().maxRSS)))
