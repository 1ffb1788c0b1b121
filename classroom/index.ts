// The door for pages: the forms of what is said and seen, and nothing that holds notes or answers.

export { aliasOf } from './alias';
export { readCode } from './code';
export type { Language, Lesson, PanelKind, PublicLesson, PublicScene, Scene } from './lesson';
export type { Answer, Choice, Drive, Message, Numbers, Words } from './messages';
export { OWN_NUMBERS } from './numbers';
export { FIRST_DRIVE, newRoom, type Room, type RoomEvent, reduce } from './room';
export { type Member, mine, type Result, shared, type View } from './view';
export { withoutPhones } from './without-phones';
