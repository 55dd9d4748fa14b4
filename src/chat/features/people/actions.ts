import { z } from "zod";
import { action, command, id } from "../../actions.ts";

export const inviteCommand = command("invite", "invitation.unit");
export const peopleActions = {
  page: action("inv-page", "invitation.unit", [id]),
  unit: action("inv-unit", "invitation.unit", [id]),
  post: action("inv-post", "invitation.unit", [id, z.enum(["secretary", "deputy"])]),
  boards: action("inv-board", "invitation.board", []),
  role: action("inv-role", "invitation.board", [id, z.enum(["staff", "leader", "administrator"])]),
  decide: action("enrol", "enrolment.decide", [id, z.enum(["yes", "no"])]),
};
