// How many random numbers a student has who writes a name alone: one for each letter, and to spare.

export const OWN_NUMBERS = 16;
