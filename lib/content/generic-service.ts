/** The slug of what a visitor calls about who does not know which service it is: every totem's call key asks for it. */
export const GENERIC_SERVICE = 'urp'
