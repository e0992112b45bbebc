let holders = 0

/** Until it is undone nothing on the page is put in place anew, touched or not. @returns undoes it */
export function holdStill(): () => void {
  holders += 1
  return () => {
    holders -= 1
  }
}

export const isHeldStill = (): boolean => holders > 0
