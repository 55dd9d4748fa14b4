/** One line of the doctor; what is wrong says what to do. */
export interface Finding {
  ok: boolean;
  text: string;
}
