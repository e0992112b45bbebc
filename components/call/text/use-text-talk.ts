'use client'

import { useFollowed } from '../use-followed.ts'
import type { TextTalk, TextTalkState } from './text-state.ts'

/** What has been typed, for the one part of a screen that shows it: it changes with every character. */
export const useTextTalk = (talk: TextTalk): TextTalkState => useFollowed(talk.subscribe, talk.state)
