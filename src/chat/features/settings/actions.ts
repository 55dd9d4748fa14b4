import { z } from "zod";
import { settingNames } from "../../../cases/settings/change-setting.ts";
import { action, command } from "../../actions.ts";

export const settingsCommand = command("settings", "setting.own");

export const settingActions = {
  change: action("setting", "setting.own", [z.enum(settingNames)]),
  /** Documents that must not be passed on: sent so that they can't be, or their file not at all. */
  restricted: action("restricted", "setting.board", [z.enum(["protect", "withhold"])]),
  /** Whether broadcasts may cost money; turning it on is asked once more, with the price. */
  paid: action("set-paid", "setting.board", [z.enum(["ask", "yes", "no"])]),
};
