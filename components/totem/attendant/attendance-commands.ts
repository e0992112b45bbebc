import type { RoomTicket } from '@/components/call/room-ticket.ts'
import { sendCommand } from '@/lib/events/send-command.ts'
import { totemUrl } from '../totem-link.ts'

/** Somebody of the staff is at this totem: what their PIN was exchanged for. */
export interface Attendance {
  token: string
  /** It ends by itself after this long without a touch. */
  quietSeconds: number
}

/** What only staff may see. */
export interface SeenByStaff {
  version: string
  onDuty: readonly {
    name: string
    officeName: string
    state: 'free' | 'busy' | 'on_break' | 'not_responding'
  }[]
}

/** The commands of an attendant at this totem. */
export const attendanceCommands = (slug: string) => {
  const address = (command: string) => totemUrl(`/api/totem/attendance${command}`, slug)
  return {
    enter: (pin: string) => sendCommand<Attendance>(address(''), { pin }),
    /** Somebody is still there. */
    stay: ({ token }: Attendance) => sendCommand<SeenByStaff>(address('/stay'), { token }),
    leave: ({ token }: Attendance) => sendCommand(address('/leave'), { token }),
    async ticket({ token }: Attendance): Promise<RoomTicket | null> {
      const answer = await sendCommand<RoomTicket>(address('/network'), { token })
      return answer.ok ? answer.value : null
    },
  }
}

export type AttendanceCommands = ReturnType<typeof attendanceCommands>
