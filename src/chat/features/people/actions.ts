import { z } from "zod";
import { action, command, id } from "../../actions.ts";

export const inviteCommand = command("invite", "invitation.unit");
export const peopleActions = {
  page: action("inv-page", "invitation.unit", [id]),
  unit: action("inv-unit", "invitation.unit", [id]),
  post: action("inv-post", "invitation.unit", [id, z.enum(["secretary", "deputy"])]),
  boards: action("inv-board", "invitation.board", []),
  role: action("inv-role", "invitation.board", [id, z.enum(["staff", "leader", "administrator"])]),
  /** "same": whoever holds the post already, from one more account. */
  decide: action("enrol", "enrolment.decide", [id, z.enum(["yes", "no", "same"])]),
};

export const peopleCommand = command("people", "people.manage");
export const registerActions = {
  /** Page of the list, and whether only units without a messenger are shown. */
  list: action("pp-list", "people.manage", [id, z.enum(["all", "silent"])]),
  unit: action("pp-unit", "people.manage", [id]),
  /** One holder, by the post. */
  holder: action("pp-post", "people.manage", [id]),
  /** Ending a post asks once more. */
  askEnd: action("pp-ask", "people.manage", [id]),
  end: action("pp-end", "people.manage", [id]),
  promote: action("pp-lead", "people.manage", [id]),
  /** Waits for words: a name for a post of the unit, or a new name or number of a person. */
  name: action("pp-name", "people.manage", [id, z.enum(["secretary", "deputy"])]),
  edit: action("pp-edit", "people.manage", [id, z.enum(["name", "phone"])]),
};
